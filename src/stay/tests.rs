//! The room's data tests and oracles; small cases stand beside the code they are about.

mod cases;
pub(crate) mod fixtures;
mod limits;
mod oracle;
