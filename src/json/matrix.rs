//! `plan.matrix/1`.

use serde::Serialize;

use super::parts::TitledJson;
use crate::answer::{MatrixAnswer, MatrixCell, MatrixRow, MatrixUnit, PlanMatrix};
use crate::status::Status;

/// The matrices of work.
#[derive(Debug, Serialize)]
pub struct MatrixJson<'s> {
    schema: &'static str,
    as_of: String,
    matrices: Vec<PlanMatrixJson<'s>>,
}

#[derive(Debug, Serialize)]
struct PlanMatrixJson<'s> {
    plan: &'s str,
    units: Vec<MatrixUnitJson<'s>>,
    rows: Vec<MatrixRowJson<'s>>,
}

#[derive(Debug, Serialize)]
struct MatrixUnitJson<'s> {
    id: &'s str,
    name: &'s str,
    kind: &'s str,
}

#[derive(Debug, Serialize)]
struct MatrixRowJson<'s> {
    id: &'s str,
    title: &'s str,
    section: Option<TitledJson<'s>>,
    cells: Vec<MatrixCellJson<'s>>,
}

#[derive(Debug, Serialize)]
struct MatrixCellJson<'s> {
    unit: &'s str,
    state: &'static str,
    total: u64,
    done: u64,
    overdue: u64,
    days_late: i64,
    percent: Option<f64>,
}

impl<'s> MatrixJson<'s> {
    /// The matrices of some plans on a day; a row has cells for the units with work in it only.
    pub fn new(answer: &'s MatrixAnswer<'_>) -> Self {
        Self {
            schema: "plan.matrix/1",
            as_of: answer.as_of.day.to_string(),
            matrices: answer.plans.iter().map(PlanMatrixJson::new).collect(),
        }
    }
}

impl<'s> PlanMatrixJson<'s> {
    fn new(matrix: &'s PlanMatrix<'_>) -> Self {
        let plan = matrix.plan;
        let unit =
            |unit: &'s MatrixUnit<'_>| MatrixUnitJson { id: &unit.id, name: &unit.name, kind: unit.kind };
        let row = |row: &'s MatrixRow<'_>| {
            let section = row.section.map(|section| plan.section(section));
            MatrixRowJson {
                id: row.id,
                title: row.title,
                section: section.map(|section| TitledJson { id: &section.id, title: &section.title }),
                cells: row
                    .cells
                    .iter()
                    .map(|(at, cell)| MatrixCellJson::new(&matrix.units[*at], cell))
                    .collect(),
            }
        };
        Self {
            plan: &plan.id,
            units: matrix.units.iter().map(unit).collect(),
            rows: matrix.rows().map(row).collect(),
        }
    }
}

impl<'s> MatrixCellJson<'s> {
    fn new(unit: &'s MatrixUnit<'_>, cell: &MatrixCell) -> Self {
        Self {
            unit: &unit.id,
            state: cell.state().id(),
            total: cell.figures.total(),
            done: cell.figures.done(),
            overdue: cell.figures.count(Status::Overdue),
            days_late: cell.days_late,
            percent: cell.percent(),
        }
    }
}
