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
    /// Tiles of a row.
    tiles: usize,
    weights: Vec<Tile>,
}

/// Numbers of neighbouring classes: as many as one line of the processor's cache holds. A sum of them stays in its
/// registers while the rows of a text are added up.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Tile([f32; Tile::LANES]);

impl Tile {
    const LANES: usize = 16;
    const ZERO: Tile = Tile([0.0; Tile::LANES]);

    /// Adds another tile, times a factor.
    fn add(&mut self, other: &Tile, factor: f32) {
        // All sums before any is written: only so the compiler sees that it may work them out at once.
        self.0 = std::array::from_fn(|lane| self.0[lane] + factor * other.0[lane]);
    }
}

/// Weighed texts, each with its class.
#[derive(Default)]
pub(super) struct Examples {
    vectors: Vec<(u32, f32)>,
    texts: Vec<Example>,
}

struct Example {
    /// Where its vector ends.
    end: usize,
    class: usize,
    /// The squared length of its vector, the bias included.
    length: f32,
}

impl Examples {
    /// Adds a text of that class whose vector is written by a function.
    pub fn add(&mut self, class: usize, write: impl FnOnce(&mut Vec<(u32, f32)>)) {
        let begin = self.vectors.len();
        write(&mut self.vectors);
        let length = 1.0 + self.vectors[begin..].iter().map(|(_, value)| value * value).sum::<f32>();
        self.texts.push(Example { end: self.vectors.len(), class, length });
    }

    fn len(&self) -> usize {
        self.texts.len()
    }

    fn get(&self, text: usize) -> (&[(u32, f32)], &Example) {
        let begin = text.checked_sub(1).map_or(0, |before| self.texts[before].end);
        let example = &self.texts[text];
        (&self.vectors[begin..example.end], example)
    }
}

impl Linear {
    /// Trains on texts; `rows` is the number of features.
    pub fn train(texts: &Examples, rows: usize, classes: usize, training: Training) -> Linear {
        let tiles = classes.div_ceil(Tile::LANES);
        let mut model = Linear { classes, tiles, weights: vec![Tile::ZERO; (rows + 1) * tiles] };
        let bias = rows as u32;
        let mut duals = vec![Tile::ZERO; texts.len() * tiles];
        let mut moved = vec![0.0f32; texts.len()];
        let mut order: Vec<usize> = (0..texts.len()).collect();
        let mut shuffle = Shuffle(0x2545_f491_4f6c_dd1d);
        let (mut scores, mut steps) = (vec![Tile::ZERO; tiles], vec![Tile::ZERO; tiles]);
        for pass in 0..training.passes {
            if pass > 0 {
                order.retain(|text| moved[*text] >= training.settled);
            }
            shuffle.apply(&mut order);
            for text in &order {
                let (vector, example) = texts.get(*text);
                model.add_up(vector, bias, &mut scores);
                let duals = &mut duals[text * tiles..(text + 1) * tiles];
                moved[*text] = dual_steps(&scores, example, classes, training, duals, &mut steps);
                if moved[*text] > LEAST_STEP {
                    model.move_by(vector, bias, &steps);
                }
            }
        }
        model
    }

    /// The score of each class: above 0 is on its side of the border, 1 is at its margin.
    pub fn scores(&self, vector: &[(u32, f32)]) -> Vec<f32> {
        let bias = (self.weights.len() / self.tiles - 1) as u32;
        let mut scores = vec![Tile::ZERO; self.tiles];
        self.add_up(vector, bias, &mut scores);
        scores.iter().flat_map(|tile| tile.0).take(self.classes).collect()
    }

    fn add_up(&self, vector: &[(u32, f32)], bias: u32, scores: &mut [Tile]) {
        for (tile, score) in scores.iter_mut().enumerate() {
            let place = |row: u32| row as usize * self.tiles + tile;
            let mut sum = self.weights[place(bias)];
            for (row, value) in vector {
                sum.add(&self.weights[place(*row)], *value);
            }
            *score = sum;
        }
    }

    fn move_by(&mut self, vector: &[(u32, f32)], bias: u32, steps: &[Tile]) {
        for (row, value) in vector.iter().chain([&(bias, 1.0)]) {
            let start = *row as usize * self.tiles;
            for (weights, step) in self.weights[start..start + self.tiles].iter_mut().zip(steps) {
                weights.add(step, *value);
            }
        }
    }
}

/// Smaller steps change nothing that shows.
const LEAST_STEP: f32 = 1e-4;

/// One coordinate step of every class for one text; the longest of them.
fn dual_steps(
    scores: &[Tile],
    text: &Example,
    classes: usize,
    training: Training,
    duals: &mut [Tile],
    steps: &mut [Tile],
) -> f32 {
    let (own, lane) = (text.class / Tile::LANES, text.class % Tile::LANES);
    let own_dual = duals[own].0[lane];
    // As if the text were of no class: then all numbers of a tile are worked out at once.
    for ((scores, duals), steps) in scores.iter().zip(duals.iter_mut()).zip(steps.iter_mut()) {
        for ((score, dual), step) in scores.0.iter().zip(&mut duals.0).zip(&mut steps.0) {
            let next = next_dual(-score, *dual, training.cost_other, text.length);
            *step = *dual - next;
            *dual = next;
        }
    }
    let next = next_dual(scores[own].0[lane], own_dual, training.cost_own, text.length);
    steps[own].0[lane] = next - own_dual;
    duals[own].0[lane] = next;
    for place in classes..duals.len() * Tile::LANES {
        let (tile, lane) = (place / Tile::LANES, place % Tile::LANES);
        (duals[tile].0[lane], steps[tile].0[lane]) = (0.0, 0.0);
    }
    longest(steps)
}

/// Where the step leads whose text is that far on the right side of the border.
fn next_dual(margin: f32, dual: f32, cost: f32, length: f32) -> f32 {
    let slack = 0.5 / cost;
    let gradient = margin - 1.0 + slack * dual;
    (dual - gradient / (length + slack)).max(0.0)
}

fn longest(steps: &[Tile]) -> f32 {
    let mut longest = Tile::ZERO;
    for step in steps {
        for (longest, step) in longest.0.iter_mut().zip(&step.0) {
            *longest = longest.max(step.abs());
        }
    }
    longest.0.into_iter().fold(0.0, f32::max)
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
        for (vector, text) in (0..30).map(|text| texts.get(text)) {
            let scores = model.scores(vector);
            let best = (0..3).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap();
            assert_eq!(best, text.class, "{scores:?}");
        }
    }

    #[test]
    fn training_twice_gives_the_same_model() {
        let mut texts = Examples::default();
        texts.add(0, |vector| vector.push((0, 1.0)));
        texts.add(1, |vector| vector.push((1, 1.0)));
        texts.add(1, |vector| vector.extend([(0, 0.5), (1, 0.5)]));
        let weights = || -> Vec<f32> {
            let model = Linear::train(&texts, 2, 2, TRAINING);
            model.weights.iter().flat_map(|tile| tile.0).collect()
        };
        assert_eq!(weights(), weights());
    }
}
