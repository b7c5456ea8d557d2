//! The room's data tests and oracles; small cases stand beside the code they are about.

mod cases;
mod draft;
pub(crate) mod fixtures;
mod limits;
mod oracle;
