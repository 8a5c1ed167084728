//! Reasons why the words of a target or of a result are no value.

/// The reason why the words of a target are no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetValueError {
    /// The words are not understood.
    Unreadable,
    /// Two values for two days: `95% vào năm 2025, 100% vào năm 2030`.
    Horizons,
    /// Two values: `80% MN; 90% TH`.
    Several,
    /// A value with its day: `95% vào năm 2025`.
    Dated,
    /// A quotient: `3/4 trường`.
    Quotient,
    /// A number with separators that contradict each other: `1,250,000`, `1250.500`.
    Separators,
}

/// The reason why the words of a result are no figure of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureError {
    /// The words are not understood.
    Unreadable,
    /// A number with separators that contradict each other: `1,250,000`.
    Separators,
    /// A quotient, where the target is no percentage: `3/4`.
    Quotient,
    /// Another unit of measure than the target's: `50%` of `10 trường`.
    OtherMeasure,
}
