//! What the program can be told to do, one module a command.

pub mod eval;
