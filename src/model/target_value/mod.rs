//! The value of a target, the figure of a result, and how the two compare. Source: docs/status.md, Targets.
//!
//! * [`TargetValue::parse`] reads the words of a target;
//! * [`WrittenFigure::parse`] reads those of a result, which [`TargetValue::figure`] measures as the target does;
//! * [`TargetValue::standing`] compares.

mod bracket;
mod error;
mod figure;
mod measure;
mod opening;
mod read;
mod value;

pub use error::{FigureError, TargetValueError};
pub use figure::WrittenFigure;
pub use measure::{Measure, Trend};
pub use value::{Comparator, Figure, TargetStanding, TargetValue};
