//! A linear classifier, one against the rest: support vector machines with squared hinge loss, trained
//! by dual coordinate descent (Hsieh et al. 2008), sixteen classes at once.

use super::features::Vectors;

/// Settings of training, the same for the FAQ and for foreign data.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// Cost of an error on a text of the class itself.
    pub cost_own: f32,
    /// Cost of an error on a text of another class: lower, because there are many more of them.
    pub cost_other: f32,
    pub bias: Bias,
    /// How much it counts for every class alike that a text is like the texts as a whole.
    pub familiarity: f32,
    /// Passes over the texts, the first of them over all …
    pub passes: usize,
    /// … and the others over those that moved a dual by at least so much when they were last looked at.
    pub settled: f32,
}

/// The score of a text of which nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bias {
    /// Each class finds its own.
    Learnt,
    /// At the margin of the other side, whatever the class: a text is of none until its features say so. Where texts are
    /// many, that settles sooner, as no step for one text moves all others, and of what is outside half as much is
    /// answered.
    Outside,
}

/// The weights: for each tile of classes a tile for each feature, and a last one for the bias.
///
/// Each class is learnt by itself, so the tiles are learnt one after another: the weights of one nearly fit the
/// processor's cache, and a text is left alone by the tiles to which it says nothing new.
pub(super) struct Linear {
    classes: usize,
    tiles: Vec<Vec<Tile>>,
}

/// Numbers of neighbouring classes: as many as one line of the processor's cache holds. A sum of them stays in its
/// registers while the rows of a text are added up.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Tile([f32; Tile::LANES]);

impl Tile {
    const LANES: usize = 16;
    const ZERO: Tile = Tile([0.0; Tile::LANES]);
    const ONE: Tile = Tile([1.0; Tile::LANES]);

    /// Adds another tile, times a factor.
    fn add(&mut self, other: &Tile, factor: f32) {
        // All sums before any is written: only so the compiler sees that it may work them out at once.
        self.0 = std::array::from_fn(|lane| self.0[lane] + factor * other.0[lane]);
    }

    /// The number that is furthest from zero, without its sign.
    fn longest(&self) -> f32 {
        self.0.iter().fold(0.0, |longest, number| number.abs().max(longest))
    }
}

impl Linear {
    /// Trains on texts, each of a class and with a key that says when it is looked at; `rows` is the number of features.
    pub fn train(
        texts: &Vectors,
        class_of: &[usize],
        keys: &[u64],
        rows: usize,
        classes: usize,
        training: Training,
    ) -> Linear {
        let orders: Vec<Vec<u32>> = (0..training.passes).map(|pass| order(keys, pass as u64)).collect();
        let firsts = (0..classes).step_by(Tile::LANES);
        let tiles = firsts.map(|first| train_tile(texts, class_of, &orders, rows, first, training));
        let mut model = Linear { classes, tiles: tiles.collect() };
        if training.familiarity != 0.0 {
            model.add_familiarity(&centroid(texts, rows), training.familiarity);
        }
        model
    }

    /// Raises the scores of a text that is like the centroid of the texts, and lowers those of others; a text as near to
    /// it as theirs are on average keeps its own. The machines learn what parts the classes, and of what all of them share
    /// they learn nothing: that a text speaks of the same matters at all. As all classes gain alike, the best one stays.
    fn add_familiarity(&mut self, centroid: &[f32], factor: f32) {
        let length = centroid.iter().map(|value| value * value).sum::<f32>().sqrt();
        if length == 0.0 {
            return;
        }
        for weights in &mut self.tiles {
            let gains = centroid.iter().map(|value| factor * value / length).chain([-factor * length]);
            weights.iter_mut().zip(gains).for_each(|(row, gain)| row.add(&Tile::ONE, gain));
        }
    }

    /// The score of each class: above 0 is on its side of the border, 1 is at its margin.
    pub fn scores(&self, vector: &[(u32, f32)]) -> Vec<f32> {
        self.tiles.iter().flat_map(|weights| sum(weights, vector).0).take(self.classes).collect()
    }
}

/// The weights of the classes from `first` on. The same on every machine: the numbers of a tile never meet, so that the
/// width of the registers changes nothing.
#[multiversion::multiversion(targets("x86_64+avx2"))]
fn train_tile(
    texts: &Vectors,
    class_of: &[usize],
    orders: &[Vec<u32>],
    rows: usize,
    first: usize,
    training: Training,
) -> Vec<Tile> {
    let mut weights = vec![Tile::ZERO; rows + 1];
    let learns_bias = training.bias == Bias::Learnt;
    if !learns_bias {
        weights[rows] = Tile([-1.0; Tile::LANES]);
    }
    let squares = |vector: &[(u32, f32)]| vector.iter().map(|(_, value)| value * value).sum::<f32>();
    let of_bias = if learns_bias { 1.0 } else { 0.0 };
    let lengths: Vec<f32> = (0..texts.len()).map(|text| squares(texts.get(text)) + of_bias).collect();
    let mut duals = vec![Tile::ZERO; texts.len()];
    let mut moved = vec![f32::MAX; texts.len()];
    for order in orders {
        for text in order.iter().map(|text| *text as usize) {
            if moved[text] < training.settled {
                continue;
            }
            let vector = texts.get(text);
            let own = class_of[text].checked_sub(first).filter(|lane| *lane < Tile::LANES);
            let step = dual_step(&sum(&weights, vector), own, lengths[text], training, &mut duals[text]);
            moved[text] = step.longest();
            if moved[text] > LEAST_STEP {
                vector.iter().for_each(|(row, value)| weights[*row as usize].add(&step, *value));
                if learns_bias {
                    weights[rows].add(&step, 1.0);
                }
            }
        }
    }
    weights
}

/// The mean of the vectors.
fn centroid(texts: &Vectors, rows: usize) -> Vec<f32> {
    let mut centroid = vec![0.0; rows];
    let share = 1.0 / texts.len().max(1) as f32;
    for text in 0..texts.len() {
        texts.get(text).iter().for_each(|(row, value)| centroid[*row as usize] += share * value);
    }
    centroid
}

/// The scores of a tile of classes: the bias, and the rows of the vector.
fn sum(weights: &[Tile], vector: &[(u32, f32)]) -> Tile {
    let mut sum = weights[weights.len() - 1];
    vector.iter().for_each(|(row, value)| sum.add(&weights[*row as usize], *value));
    sum
}

/// Smaller steps change nothing that shows.
const LEAST_STEP: f32 = 1e-4;

/// One coordinate step of each class of a tile for one text, whose own class may be among them.
fn dual_step(scores: &Tile, own: Option<usize>, length: f32, training: Training, duals: &mut Tile) -> Tile {
    let mut step = Tile::ZERO;
    let own_dual = own.map_or(0.0, |lane| duals.0[lane]);
    // As if the text were of no class: then all numbers are worked out at once.
    for ((score, dual), step) in scores.0.iter().zip(&mut duals.0).zip(&mut step.0) {
        let next = next_dual(-score, *dual, training.cost_other, length);
        *step = *dual - next;
        *dual = next;
    }
    if let Some(lane) = own {
        let next = next_dual(scores.0[lane], own_dual, training.cost_own, length);
        step.0[lane] = next - own_dual;
        duals.0[lane] = next;
    }
    step
}

/// Where the step leads whose text is that far on the right side of the border.
fn next_dual(margin: f32, dual: f32, cost: f32, length: f32) -> f32 {
    let slack = 0.5 / cost;
    let gradient = margin - 1.0 + slack * dual;
    (dual - gradient / (length + slack)).max(0.0)
}

/// The texts as they are looked at in a pass: in an order that looks like chance and is that of their keys, so that a text
/// more or less leaves the others where they were.
fn order(keys: &[u64], pass: u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    order.sort_by_cached_key(|text| mix(keys[*text as usize].wrapping_add(pass.wrapping_mul(0x9e37_79b9_7f4a_7c15))));
    order
}

/// The finaliser of splitmix64.
fn mix(key: u64) -> u64 {
    let key = (key ^ (key >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let key = (key ^ (key >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    key ^ (key >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn training(bias: Bias) -> Training {
        Training { cost_own: 1.0, cost_other: 1.0, bias, familiarity: 0.0, passes: 20, settled: 0.0 }
    }

    fn keys(texts: u64) -> Vec<u64> {
        (0..texts).collect()
    }

    #[test]
    fn a_text_more_leaves_the_others_in_their_order() {
        let all = order(&keys(100), 3);
        let fewer = order(&keys(99), 3);
        let kept: Vec<u32> = all.into_iter().filter(|text| *text < 99).collect();
        assert_eq!(kept, fewer);
    }

    #[test]
    fn texts_that_a_line_parts_are_parted() {
        // More classes than one tile has.
        const CLASSES: u32 = 20;
        let texts: Vectors = (0..100).map(|n| vec![(n % CLASSES, 1.0), (CLASSES + n % 2, 0.4)]).collect();
        let class_of: Vec<usize> = (0..100).map(|n| n % CLASSES as usize).collect();
        for bias in [Bias::Learnt, Bias::Outside] {
            let model =
                Linear::train(&texts, &class_of, &keys(100), CLASSES as usize + 2, CLASSES as usize, training(bias));
            for (text, class) in class_of.iter().enumerate() {
                let scores = model.scores(texts.get(text));
                let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap();
                assert_eq!((best, scores.len()), (*class, CLASSES as usize), "{bias:?} {scores:?}");
            }
        }
    }

    #[test]
    fn a_text_without_features_is_of_no_class() {
        let texts: Vectors = [vec![(0, 1.0)], vec![(1, 1.0)]].into_iter().collect();
        let model = Linear::train(&texts, &[0, 1], &keys(2), 2, 2, training(Bias::Outside));
        assert_eq!(model.scores(&[]), [-1.0, -1.0]);
    }

    #[test]
    fn what_the_texts_share_raises_all_classes_alike() {
        // The first feature is of all texts, the last of none; the centroid is 0.91 long.
        let shared = |own: u32| vec![(0, 0.8), (own, 0.6)];
        let texts: Vectors = [shared(1), shared(1), shared(2), shared(2)].into_iter().collect();
        let scores = |familiarity: f32, vector: &[(u32, f32)]| {
            let training = Training { familiarity, ..training(Bias::Learnt) };
            Linear::train(&texts, &[0, 0, 1, 1], &keys(4), 4, 2, training).scores(vector)
        };
        let gains = |vector: &[(u32, f32)]| -> Vec<f32> {
            scores(1.0, vector).iter().zip(scores(0.0, vector)).map(|(with, without)| with - without).collect()
        };
        for (vector, expected) in [(shared(1), 0.0), (vec![(1, 1.0)], -0.57), (vec![(3, 1.0)], -0.91)] {
            let gains = gains(&vector);
            assert!(gains.iter().all(|gain| (gain - expected).abs() < 0.01), "{vector:?} {gains:?}");
        }
    }

    #[test]
    fn training_twice_gives_the_same_model() {
        let texts: Vectors = [vec![(0, 1.0)], vec![(1, 1.0)], vec![(0, 0.5), (1, 0.5)]].into_iter().collect();
        let scores =
            || Linear::train(&texts, &[0, 1, 1], &keys(3), 2, 2, training(Bias::Learnt)).scores(&[(0, 1.0), (1, 0.3)]);
        assert_eq!(scores(), scores());
    }
}
