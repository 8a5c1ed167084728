//! Rows → a file of Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, Encoding, GzipLevel, LogicalType, Repetition, Type as PhysicalType};
use parquet::column::writer::ColumnWriterImpl;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type};

use super::column::{ColumnBuffer, ColumnValues};
use super::format::{ColumnFormat, ColumnType, TableFormat, TableName};
use super::rows::TableRows;

/// The most rows of a group: an engine reads groups as a whole, and skips those of other areas.
const GROUP_ROWS: usize = 250_000;
/// The most bytes of words of a group, which bounds the memory of long texts.
const GROUP_BYTES: usize = 64 * 1024 * 1024;
/// Words that are handed over at a time.
const BATCH: usize = 8192;
/// The level of compression; higher ones take ten times as long for a tenth of the bytes.
const LEVEL: u32 = 1;

/// A file of a table that is being written.
///
/// Equal rows give equal bytes: nothing in a file depends on the machine, the day or the number of threads.
pub struct TableFile<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    rows: TableRows,
    written: u64,
}

impl<W: Write + Send> TableFile<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When the file cannot be written, here and below.
    pub fn new(table: TableName, out: W) -> io::Result<Self> {
        let format = table.format();
        let schema = schema(format).map_err(io_error)?;
        let properties = Arc::new(properties(format).map_err(io_error)?);
        let writer = SerializedFileWriter::new(out, Arc::new(schema), properties).map_err(io_error)?;
        Ok(Self { writer, rows: TableRows::new(table), written: 0 })
    }

    /// Adds rows, whose work items are counted from `first_item`.
    pub fn append(&mut self, rows: &TableRows, first_item: u64) -> io::Result<()> {
        self.rows.append(rows, i64::try_from(first_item).unwrap_or(i64::MAX));
        if self.rows.len() >= GROUP_ROWS || self.rows.text_len() >= GROUP_BYTES {
            self.write_group()?;
        }
        Ok(())
    }

    /// Ends the file and returns it with the number of its rows.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        if !self.rows.is_empty() {
            self.write_group()?;
        }
        // Taking the file back ends it.
        Ok((self.writer.into_inner().map_err(io_error)?, self.written))
    }

    fn write_group(&mut self) -> io::Result<()> {
        let full = self.rows.take();
        self.written += full.len() as u64;
        let write = |writer: &mut SerializedFileWriter<W>| {
            let mut group = writer.next_row_group()?;
            for column in full.columns {
                let Some(mut writer) = group.next_column()? else { break };
                write_column(column, &mut writer)?;
                writer.close()?;
            }
            group.close().map(|_| ())
        };
        write(&mut self.writer).map_err(io_error)
    }
}

fn write_column(column: ColumnBuffer, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
    let levels = column.levels.as_deref();
    match column.values {
        ColumnValues::Text { bytes, ends } => {
            write_text(&ByteArray::from(bytes), &ends, levels, writer.typed::<ByteArrayType>())
        }
        ColumnValues::Small(values) => write_all(&values, levels, writer.typed::<Int32Type>()),
        ColumnValues::Item(values) => write_all(&values, levels, writer.typed::<Int64Type>()),
        ColumnValues::Number(values) => write_all(&values, levels, writer.typed::<DoubleType>()),
        ColumnValues::Flag(values) => write_all(&values, levels, writer.typed::<BoolType>()),
    }
}

fn write_all<T: DataType>(
    values: &[T::T],
    levels: Option<&[i16]>,
    writer: &mut ColumnWriterImpl<'_, T>,
) -> Result<(), ParquetError> {
    writer.write_batch(values, levels, None).map(|_| ())
}

/// Writes words in batches: each word is a handle of some bytes, and all at once would be many.
fn write_text(
    bytes: &ByteArray,
    ends: &[usize],
    levels: Option<&[i16]>,
    writer: &mut ColumnWriterImpl<'_, ByteArrayType>,
) -> Result<(), ParquetError> {
    let mut start = 0;
    let mut words = ends.iter().map(|end| {
        let word = bytes.slice(start, end - start);
        start = *end;
        word
    });
    let Some(levels) = levels else {
        loop {
            let batch: Vec<ByteArray> = words.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(());
            }
            write_all(&batch, None, writer)?;
        }
    };
    for levels in levels.chunks(BATCH) {
        let present = levels.iter().filter(|level| **level == 1).count();
        let batch: Vec<ByteArray> = words.by_ref().take(present).collect();
        write_all(&batch, Some(levels), writer)?;
    }
    Ok(())
}

/// Returns the columns of a table in the words of Parquet.
fn schema(format: &TableFormat) -> Result<Type, ParquetError> {
    let columns = format.columns.iter().map(|column| column_type(column).map(Arc::new));
    Type::group_type_builder(format.name).with_fields(columns.collect::<Result<_, _>>()?).build()
}

fn column_type(column: &ColumnFormat) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.column_type {
        ColumnType::Text | ColumnType::Words => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
        ColumnType::Day => (PhysicalType::INT32, Some(LogicalType::Date)),
        ColumnType::Count => (PhysicalType::INT32, None),
        ColumnType::Item => (PhysicalType::INT64, None),
        ColumnType::Number => (PhysicalType::DOUBLE, None),
        ColumnType::Flag => (PhysicalType::BOOLEAN, None),
    };
    let repetition = if column.is_optional { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    Type::primitive_type_builder(column.name, physical)
        .with_logical_type(logical)
        .with_repetition(repetition)
        .build()
}

fn properties(format: &TableFormat) -> Result<WriterProperties, ParquetError> {
    let mut properties = WriterProperties::builder()
        .set_created_by("plan".to_owned())
        .set_compression(Compression::GZIP(GzipLevel::try_new(LEVEL)?))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .set_max_row_group_row_count(None);
    for column in format.columns {
        let path = || ColumnPath::from(column.name);
        properties = match column.column_type {
            // Almost every row has a value of its own: a dictionary would be a second list of them.
            ColumnType::Words => properties.set_column_dictionary_enabled(path(), false),
            ColumnType::Item => properties
                .set_column_dictionary_enabled(path(), false)
                .set_column_encoding(path(), Encoding::DELTA_BINARY_PACKED),
            _ => properties,
        };
    }
    Ok(properties.build())
}

/// Returns the error of the file below, where there is one.
fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(cause) => io::Error::other(cause),
        },
        error => io::Error::other(error),
    }
}
