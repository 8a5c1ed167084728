"""The collection loop: forms out, filled in by openpyxl and saved by LibreOffice, and in again."""

import copy
import datetime
import json
import os
import random
import shutil
import subprocess

import openpyxl

DAY = "30/9/2025"


class Loop:
    """A git repository with the plan of the example, and its forms."""

    def __init__(self, program, example, folder):
        self.program, self.folder = program, folder
        shutil.copytree(example, os.path.join(folder, "ca-nam"))
        for command in [["init", "-q", "."], ["add", "-A"], ["commit", "-qm", "plan"]]:
            self.git(*command)
        self.plan("form", "-o", "bieu", "--until", "31/12/2025", expected=0)

    def git(self, *arguments):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *identity, *arguments], cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    def plan(self, *arguments, expected):
        done = subprocess.run(
            [self.program, *arguments, "--plans", "ca-nam", "--as-of", DAY],
            cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == expected, (arguments, done.returncode, done.stdout, done.stderr)
        return done

    def collect(self, path, expected=0):
        answer = json.loads(self.plan("collect", path, "-f", "json", "-q", expected=expected).stdout)
        return answer["units"], answer["findings"]

    def added(self):
        """The lines that the plan's files have got; none may be gone."""
        self.git("add", "-A", "ca-nam")
        lines = 0
        for line in self.git("diff", "--cached", "--numstat", "--", "ca-nam").splitlines():
            added, removed, _ = line.split("\t")
            assert removed == "0", line
            lines += int(added)
        return lines

    def back(self):
        self.git("reset", "-q", "--hard")
        self.git("clean", "-qfd", "ca-nam")


def head(sheet):
    """The row of the hidden names, and the columns by these names."""
    for row in sheet.iter_rows():
        names = {str(cell.value)[5:]: cell.column for cell in row if str(cell.value).startswith("plan:")}
        if "key" in names:
            return row[0].row, names
    raise AssertionError("no form")


def rows(sheet):
    """The rows with a key, each with its columns."""
    first, names = head(sheet)
    for at in range(first + 2, sheet.max_row + 1):
        if sheet.cell(at, names["key"]).value:
            yield at, names


# As people type them: each cell of a row under its name.
WAYS = [
    {"result": "Đã hoàn thành", "done_on": datetime.date(2025, 9, 26), "evidence": "Báo cáo số 15/BC ngày 26/9/2025"},
    {"result": "xong", "done_on": "25/9/2025", "evidence": "Biên bản ngày 25/9/2025"},
    {"result": "hoan thanh", "done_on": "24.9.25", "evidence": "Thông báo số 3"},
    {"result": "Đã HT", "done_on": datetime.datetime(2025, 9, 23), "evidence": "QĐ 12/QĐ"},
    {"result": "đang làm", "percent": 0.85, "difficulty": "Thiếu kinh phí: chờ phân bổ"},
    {"percent": "85%"},
    {"percent": 85, "proposal": "Gia hạn đến 31/12"},
    {"percent": "0,85", "difficulty": "Mưa, bão #1\nđường ngập"},
    {"result": "Tạm dừng", "difficulty": "Chờ hướng dẫn"},
    {"result": "không phát sinh"},
    {"result": "Chưa thực hiện"},
    {},
]

FIGURES = {"CT-01": ("95,5%", datetime.date(2025, 9, 30)), "CT-02": ("2 trường", None), "CT-03": ("0 vụ", "29/9/2025")}


def fill(folder, rearrange=None):
    """Fills in all forms of a folder; returns the number of entries that are to be written."""
    expected, at = 0, 0
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            is_targets = "value" in head(sheet)[1]
            for row, names in rows(sheet):
                if is_targets:
                    target = sheet.cell(row, names["key"]).value.split("/")[1]
                    value, day = FIGURES.get(target, (None, None))
                    if value:
                        sheet.cell(row, names["value"]).value = value
                        sheet.cell(row, names["date"]).value = day
                        expected += 1
                    continue
                way = WAYS[at % len(WAYS)]
                at += 1
                for column, value in way.items():
                    sheet.cell(row, names[column]).value = value
                expected += bool(way) and way.get("result") != "Chưa thực hiện"
            if rearrange:
                rearrange(sheet)
        book.save(path)
    return expected


def permuted(sheet, columns=None, order=None):
    """Moves columns and rows of a sheet, with their formats."""
    first, names = head(sheet)
    cells = {}
    for row in sheet.iter_rows(min_row=first):
        for cell in row:
            cells[cell.row, cell.column] = (cell.value, copy.copy(cell._style))
    sheet.merged_cells.ranges.clear()
    for (row, column), (value, style) in cells.items():
        target = sheet.cell(order.get(row, row) if order else row, columns.get(column, column) if columns else column)
        target.value, target._style = value, style


def move_columns(sheet):
    _, names = head(sheet)
    last = max(names.values())
    permuted(sheet, columns={column: last + 1 - column for column in range(1, last + 1)})


def sort_rows(sheet):
    first, _ = head(sheet)
    body = list(range(first + 2, sheet.max_row + 1))
    shuffled = random.Random(len(body)).sample(body, len(body))
    permuted(sheet, order=dict(zip(body, shuffled)))


def delete_empty_rows(sheet):
    """Deletes the headings of sections, and the rows in which nothing was filled in."""
    first, names = head(sheet)
    for row in range(sheet.max_row, first + 1, -1):
        if not sheet.cell(row, names["key"]).value:
            sheet.delete_rows(row)


def converted(folder, into):
    """The workbooks as LibreOffice saves them."""
    profile = "-env:UserInstallation=file://" + os.path.join(os.path.dirname(folder), "profile")
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", into, *paths],
                   capture_output=True, timeout=300, check=True)
    assert len(os.listdir(into)) == len(paths), os.listdir(into)


def takes_all(loop, path, expected):
    """All is taken, as lines that are added; twice is once, also under other names."""
    units, findings = loop.collect(path)
    assert [found for found in findings if found["severity"] == "error"] == [], findings
    written = sum(unit["done"] + unit["in_progress"] + unit["others"] for unit in units)
    assert written == expected, (written, expected, units)
    loop.plan("validate", expected=0)
    lines = loop.added()
    assert lines >= expected, (lines, expected)
    again, _ = loop.collect(path)
    assert sum(unit["done"] + unit["in_progress"] + unit["others"] for unit in again) == 0, again
    assert loop.added() == lines
    renamed = os.path.join(loop.folder, "doi-ten")
    os.makedirs(renamed)
    for at, name in enumerate(sorted(os.listdir(os.path.join(loop.folder, path)))):
        shutil.copy(os.path.join(loop.folder, path, name), os.path.join(renamed, f"Bản sao ({at}) của {name}"))
    loop.collect("doi-ten")
    assert loop.added() == lines
    shutil.rmtree(renamed)


def check_forms(program, example, folder):
    loop = Loop(program, example, folder)
    bieu = os.path.join(folder, "bieu")
    empty = os.path.join(folder, "trong")
    shutil.copytree(bieu, empty)
    loop.collect("bieu")
    assert loop.added() == 0, "forms as they were sent say nothing"
    for rearrange in [None, sort_rows, move_columns, delete_empty_rows]:
        shutil.rmtree(bieu)
        shutil.copytree(empty, bieu)
        expected = fill(bieu, rearrange)
        assert expected > 25, expected
        takes_all(loop, "bieu", expected)
        loop.back()
    # The forms of the first way, as LibreOffice saves them.
    shutil.rmtree(bieu)
    shutil.copytree(empty, bieu)
    expected = fill(bieu)
    os.makedirs(os.path.join(folder, "libre"))
    converted(bieu, os.path.join(folder, "libre"))
    takes_all(loop, "libre", expected)
    # A form that somebody filled in is not written over, one that nobody touched is.
    kept = loop.plan("form", "-o", "bieu", expected=1)
    assert "không ghi đè" in kept.stderr, kept.stderr
    loop.back()
    again = os.path.join(folder, "lai")
    os.makedirs(again)
    converted(empty, again)
    loop.plan("form", "-o", "lai", expected=0)
