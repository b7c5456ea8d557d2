//! The curve and the reliability as pictures. The words on them are for those who judge the understanding.

use super::curve::{Bin, Point};
use crate::picture::plot::{Plot, Series, plot};

/// Risk over coverage, one line a name.
pub fn risk_coverage(curves: &[(&str, &[Point])]) -> Vec<u8> {
    let series = |(name, points): &(&str, &[Point])| Series {
        name: name.to_string(),
        points: points.iter().map(|point| (100.0 * point.coverage, 100.0 * point.risk)).collect(),
    };
    let series: Vec<Series> = curves.iter().map(series).collect();
    let highest = series.iter().flat_map(|one| &one.points).map(|(_, risk)| *risk).fold(0.0, f32::max);
    plot(&Plot {
        title: "Risk over coverage: the surest answers first".into(),
        across: "answered, % of all messages that ask something".into(),
        upwards: "wrong, % of what is answered".into(),
        right: 100.0,
        // In tens, so that two pictures are compared by eye.
        top: ((highest / 10.0).ceil() * 10.0).clamp(10.0, 100.0),
        series,
    })
}

/// What scores say, and what was found; were both the same, all points would lie on the straight line.
pub fn reliability(sets: &[(&str, &[Bin])]) -> Vec<u8> {
    let series = |(name, bins): &(&str, &[Bin])| Series {
        name: name.to_string(),
        points: bins.iter().map(|bin| (100.0 * bin.said, 100.0 * bin.right)).collect(),
    };
    let straight = Series { name: "as it should be".into(), points: vec![(0.0, 0.0), (100.0, 100.0)] };
    plot(&Plot {
        title: "Does a score mean what it says?".into(),
        across: "score, %".into(),
        upwards: "right, %".into(),
        right: 100.0,
        top: 100.0,
        series: sets.iter().map(series).chain([straight]).collect(),
    })
}
