"""Templates of other programs: a document of python-docx, and the same saved by LibreOffice, filled with `--template`."""

import datetime
import io
import json
import os
import struct
import subprocess
import unicodedata
import zipfile
import zlib

import docx
from docx.shared import Cm

FIELDS = ["no", "title", "unit", "deadline", "days_late"]
REPORT = ["--month", "6", "--known", "5/7/2025"]


def image():
    """A PNG of 8 times 8 red points."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    points = (b"\0" + b"\xc0\x20\x20" * 8) * 8
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(points)) + chunk(b"IEND", b"")


def write_template(path):
    """A header, an image, a placeholder over several runs, a row that repeats, a sentence for an empty list."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Mẫu của {{office}}"
    document.add_picture(io.BytesIO(image()), width=Cm(2))
    split = document.add_paragraph("Đến ngày ")
    for bold, text in [(True, "{{as"), (False, "_of"), (True, "}"), (False, "}"), (None, " có {{overdue.count}} việc quá hạn.")]:
        split.add_run(text).bold = bold
    table = document.add_table(rows=2, cols=len(FIELDS))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, ["TT", "Việc", "Đơn vị", "Hạn", "Số ngày"]):
        cell.text = name
    texts = [f"{{{{{field}}}}}" for field in FIELDS]
    texts[0], texts[-1] = "{{#overdue}}" + texts[0], texts[-1] + "{{/overdue}}"
    for cell, text in zip(table.rows[1].cells, texts):
        cell.text = text
    document.add_paragraph("{{^silent_units}}Đơn vị nào cũng có báo cáo.{{/silent_units}}")
    document.add_paragraph("{{^overdue}}Không có việc quá hạn.{{/overdue}}")
    document.save(path)


def printed_day(text):
    """A day as offices write it: 05/02/2025, 16/6/2025."""
    day = datetime.date.fromisoformat(text)
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def parts(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None, path
        return [(entry.filename, package.read(entry), entry.compress_size, entry.date_time) for entry in package.infolist()]


def check_filled(program, example, template, pdf_pages):
    """Fills a template, and compares each part of it, what python-docx reads, and what LibreOffice prints."""
    filled = template[:-len(".docx")] + "-da-dien.docx"
    done = subprocess.run(
        [program, "report", *REPORT, "--plans", example, "--template", template, "-o", filled], capture_output=True, text=True)
    assert done.returncode == 0, (template, done.stderr)
    listed = subprocess.run(
        [program, "overdue", "--plans", example, "--as-of", "30/6/2025", "--known", "5/7/2025", "-f", "json"],
        capture_output=True, text=True, check=True)
    items = json.loads(listed.stdout)["items"]
    assert len(items) > 1, "a row that repeats"

    before, after = parts(template), parts(filled)
    assert [part[0] for part in before] == [part[0] for part in after]
    changed = {old[0] for old, new in zip(before, after) if old != new}
    headers = {name for name, data, *_ in before if name.startswith("word/header") and b"{{" in data}
    assert headers and changed == {"word/document.xml"} | headers, changed
    assert any(name.startswith("word/media/") and data == image() for name, data, *_ in after), "the image"
    assert not any(b"{{" in data or b"}}" in data for name, data, *_ in after if name in changed)

    document = docx.Document(filled)
    assert len(document.inline_shapes) == 1
    header = document.sections[0].header.paragraphs[0].text
    assert header == "Mẫu của Phòng Giáo dục và Đào tạo", header
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts == [f"Đến ngày 30/6/2025 có {len(items):02} việc quá hạn.", "Đơn vị nào cũng có báo cáo."], texts
    expected = [
        [str(at), item["title"], item["unit"]["name"], printed_day(item["deadline"]), str(item["days_late"])]
        for at, item in enumerate(items, 1)]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["TT", "Việc", "Đơn vị", "Hạn", "Số ngày"], *expected], rows

    told = set(" ".join(pdf_pages(filled)).split())
    for text in [header, *texts, *(value for row in expected for value in row)]:
        missing = set(unicodedata.normalize("NFC", text).split()) - told
        assert not missing, (template, missing)
    assert not any("{{" in word or "}}" in word for word in told)


def check_templates(program, example, folder, pdf_pages):
    first = os.path.join(folder, "mau.docx")
    write_template(first)
    again = os.path.join(folder, "libreoffice")
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", again, first],
        capture_output=True, timeout=180, check=True)
    for template in [first, os.path.join(again, "mau.docx")]:
        check_filled(program, example, template, pdf_pages)
