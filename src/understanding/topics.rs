mod features;
mod linear;
