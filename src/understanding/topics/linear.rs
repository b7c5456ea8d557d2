//! A linear classifier, one against the rest: support vector machines with squared hinge loss, trained
//! by dual coordinate descent (Hsieh et al. 2008), all classes in one pass over the texts.

/// Settings of training, the same for the FAQ and for foreign data.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    /// Cost of an error on a text of the class itself.
    pub cost_own: f32,
    /// Cost of an error on a text of another class: lower, because there are many more of them.
    pub cost_other: f32,
    /// Passes over the texts, the first of them over all …
    pub passes: usize,
    /// … and the others over those that moved a dual by at least so much when they were last looked at.
    pub settled: f32,
}

/// The weights: one row of `classes` numbers for each feature, so that a text's scores for all
/// classes are a sum of its rows.
pub(super) struct Linear {
    classes: usize,
    width: usize,
    weights: Vec<f32>,
}

/// Weighed texts, each with its class.
#[derive(Default)]
pub(super) struct Examples {
    vectors: Vec<(u32, f32)>,
    /// Where the vector of each text ends, and its class.
    ends: Vec<(usize, usize)>,
}

impl Examples {
    /// Adds a text of that class whose vector is written by a function.
    pub fn add(&mut self, class: usize, write: impl FnOnce(&mut Vec<(u32, f32)>)) {
        write(&mut self.vectors);
        self.ends.push((self.vectors.len(), class));
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, text: usize) -> (&[(u32, f32)], usize) {
        let begin = text.checked_sub(1).map_or(0, |before| self.ends[before].0);
        let (end, class) = self.ends[text];
        (&self.vectors[begin..end], class)
    }
}

/// Rows are padded to a multiple of this many numbers: then the compiler adds them up in vectors.
const LANES: usize = 8;

impl Linear {
    /// Trains on texts; `rows` is the number of features.
    pub fn train(texts: &Examples, rows: usize, classes: usize, training: Training) -> Linear {
        let width = classes.div_ceil(LANES) * LANES;
        let mut model = Linear { classes, width, weights: vec![0.0; (rows + 1) * width] };
        let bias = rows as u32;
        let mut duals = vec![0.0f32; texts.len() * width];
        let mut moved = vec![0.0f32; texts.len()];
        let mut order: Vec<usize> = (0..texts.len()).collect();
        let mut shuffle = Shuffle(0x2545_f491_4f6c_dd1d);
        let (mut scores, mut steps) = (vec![0.0f32; width], vec![0.0f32; width]);
        for pass in 0..training.passes {
            if pass > 0 {
                order.retain(|text| moved[*text] >= training.settled);
            }
            shuffle.apply(&mut order);
            for text in &order {
                let (vector, class) = texts.get(*text);
                model.add_up(vector, bias, &mut scores);
                let length: f32 = 1.0 + vector.iter().map(|(_, value)| value * value).sum::<f32>();
                let duals = &mut duals[text * width..(text + 1) * width];
                moved[*text] = dual_steps(&scores, class, classes, length, training, duals, &mut steps);
                if moved[*text] > LEAST_STEP {
                    model.move_by(vector, bias, &steps);
                }
            }
        }
        model
    }

    /// The score of each class: above 0 is on its side of the border, 1 is at its margin.
    pub fn scores(&self, vector: &[(u32, f32)]) -> Vec<f32> {
        let bias = (self.weights.len() / self.width - 1) as u32;
        let mut scores = vec![0.0; self.width];
        self.add_up(vector, bias, &mut scores);
        scores.truncate(self.classes);
        scores
    }

    fn add_up(&self, vector: &[(u32, f32)], bias: u32, scores: &mut [f32]) {
        scores.copy_from_slice(self.row(bias));
        for (row, value) in vector {
            for (score, weight) in scores.iter_mut().zip(self.row(*row)) {
                *score += value * weight;
            }
        }
    }

    fn move_by(&mut self, vector: &[(u32, f32)], bias: u32, steps: &[f32]) {
        for (row, value) in vector.iter().chain([&(bias, 1.0)]) {
            let start = *row as usize * self.width;
            for (weight, step) in self.weights[start..start + self.width].iter_mut().zip(steps) {
                *weight += value * step;
            }
        }
    }

    fn row(&self, row: u32) -> &[f32] {
        let start = row as usize * self.width;
        &self.weights[start..start + self.width]
    }
}

/// Smaller steps change nothing that shows.
const LEAST_STEP: f32 = 1e-4;

/// One coordinate step of every class for one text; the longest of them.
fn dual_steps(
    scores: &[f32],
    class: usize,
    classes: usize,
    length: f32,
    training: Training,
    duals: &mut [f32],
    steps: &mut [f32],
) -> f32 {
    let mut moved = 0.0f32;
    for (place, ((score, dual), step)) in scores.iter().zip(duals).zip(steps.iter_mut()).enumerate() {
        let (side, cost) = if place == class { (1.0, training.cost_own) } else { (-1.0, training.cost_other) };
        let slack = 0.5 / cost;
        let gradient = side * score - 1.0 + slack * *dual;
        let next = if place < classes { (*dual - gradient / (length + slack)).max(0.0) } else { 0.0 };
        *step = (next - *dual) * side;
        moved = moved.max(step.abs());
        *dual = next;
    }
    moved
}

/// A fixed pseudo-random order (xorshift): training must give the same model on every machine.
struct Shuffle(u64);

impl Shuffle {
    fn apply(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            items.swap(last, (self.0 % (last as u64 + 1)) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRAINING: Training = Training { cost_own: 1.0, cost_other: 1.0, passes: 20, settled: 0.0 };

    #[test]
    fn texts_that_a_line_parts_are_parted() {
        let mut texts = Examples::default();
        for n in 0..30 {
            texts.add((n % 3) as usize, |vector| vector.extend([(n % 3, 1.0), (3 + n % 2, 0.4)]));
        }
        let model = Linear::train(&texts, 5, 3, TRAINING);
        for (vector, class) in (0..30).map(|text| texts.get(text)) {
            let scores = model.scores(vector);
            let best = (0..3).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap();
            assert_eq!(best, class, "{scores:?}");
        }
    }

    #[test]
    fn training_twice_gives_the_same_model() {
        let mut texts = Examples::default();
        texts.add(0, |vector| vector.push((0, 1.0)));
        texts.add(1, |vector| vector.push((1, 1.0)));
        texts.add(1, |vector| vector.extend([(0, 0.5), (1, 0.5)]));
        let weights = || Linear::train(&texts, 2, 2, TRAINING).weights;
        assert_eq!(weights(), weights());
    }
}
