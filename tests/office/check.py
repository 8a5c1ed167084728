"""Documents for Word and Excel, read by the programs and libraries of those who get them.

    python3 tests/office/check.py target/release/plan

Needs LibreOffice (`soffice`), `pdftotext`, Chromium and openpyxl, python-docx, icalendar, vobject, websocket-client; `.ci/run` installs them on Linux.
"""

import datetime
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import openpyxl

from forms import check_forms
from template import check_templates

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
YEAR = ["--plans", os.path.join(ROOT, "examples", "ca-nam"), "--as-of", "30/6/2025"]
REAL_LATE = ["--plans", os.path.join(ROOT, "plans"), "--plan", "ba-dinh-2022-2023", "--as-of", "31/12/2023"]
YEAR_END = ["--plans", os.path.join(ROOT, "examples", "ca-nam"), "--as-of", "31/12/2025"]
REAL = ["--plans", os.path.join(ROOT, "plans", "thanh-xuan-2024"), "--as-of", "1/7/2024"]


def run(program, arguments, expected=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    assert done.returncode == expected, (arguments, done.returncode, done.stderr)
    return done.stdout


def write(program, folder, name, arguments):
    path = os.path.join(folder, name)
    run(program, [*arguments, "-o", path])
    return path


def pdf_pages(folder, path):
    """The text of each page, as LibreOffice prints the document."""
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
        capture_output=True, text=True, timeout=180)
    pdf = os.path.splitext(path)[0] + ".pdf"
    assert os.path.exists(pdf), done.stderr
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    os.remove(pdf)
    return [unicodedata.normalize("NFC", page) for page in text.split("\f")[:-1]]


def words(text):
    return unicodedata.normalize("NFC", "".join(text.split()))


def check_docx(program, folder):
    """Page 1 without a number, the others with one; the head on each page; every title there."""
    path = write(program, folder, "phu-luc.docx", ["schedule", *REAL])
    pages = pdf_pages(folder, path)
    assert len(pages) >= 3, len(pages)
    assert pages[0].split()[0] != "1" and "Phụ lục" in pages[0].replace("PHỤ LỤC", "Phụ lục"), pages[0][:200]
    for number, page in enumerate(pages[1:], 2):
        assert page.split()[0] == str(number), (number, page[:200])
        assert "Chủ trì" in page and "Thời hạn" in page, (number, page[:400])
    printed = words("".join(pages))
    listed = run(program, ["list", *REAL, "-f", "json"])
    for item in json.loads(listed)["items"][:40]:
        first = words(" ".join(item["title"].split()[:2]))
        assert first in printed, item["title"]


def check_xlsx(program, folder):
    """Days are days, numbers are numbers, ids and periods text, totals follow the filter."""
    path = write(program, folder, "qua-han.xlsx", ["overdue", *YEAR])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Mã")
    columns = {cell.value: cell.column for cell in head}
    rows = list(sheet.iter_rows(min_row=head[0].row + 1))
    body = rows[:next(at for at, row in enumerate(rows) if not row[0].value)]
    assert body
    for row in body:
        by_name = {name: row[column - 1].value for name, column in columns.items()}
        assert isinstance(by_name["Mã"], str), by_name
        assert isinstance(by_name["Hạn"], datetime.datetime), by_name
        assert isinstance(by_name["Số ngày quá hạn"], int) and by_name["Số ngày quá hạn"] > 0, by_name
    assert sheet.auto_filter.ref and sheet.freeze_panes and sheet.print_title_rows
    path = write(program, folder, "tinh-hinh.xlsx", ["status", "--by", "section", *YEAR])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert any(formula.startswith("=SUBTOTAL(109,") for formula in formulas), formulas
    # LibreOffice computes the formulas anew: the totals stay what the program says.
    again = os.path.join(folder, "again")
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", again, path],
                   capture_output=True, timeout=180, check=True)
    told = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    computed = openpyxl.load_workbook(os.path.join(again, "tinh-hinh.xlsx"), data_only=True).worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            if str(cell.value).startswith("="):
                ours, theirs = float(told[cell.coordinate].value), float(computed[cell.coordinate].value)
                assert abs(ours - theirs) < 1e-9, (cell.coordinate, cell.value, ours, theirs)


def check_ics(program, folder):
    """Two parsers of other projects read every event, and its day."""
    import icalendar
    import vobject
    path = write(program, folder, "lich.ics", ["upcoming", "--within", "90d", "--remind", "3d", *YEAR])
    text = open(path, "rb").read()
    items = json.loads(run(program, ["upcoming", "--within", "90d", *YEAR, "-f", "json"]))["items"]
    assert items
    days = sorted((item["key"] + "@plan", item["deadline"]) for item in items)
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert sorted((str(event["UID"]), event["DTSTART"].dt.isoformat()) for event in events) == days
    events = vobject.readOne(text.decode()).vevent_list
    assert sorted((event.uid.value, event.dtstart.value.isoformat()) for event in events) == days


def check_letters(program, folder):
    """A report and letters: numbers from page 2 on, the annex with its own, its head on each page, every word."""
    path = write(program, folder, "bao-cao.docx", ["report", *REAL_LATE])
    pages = pdf_pages(folder, path)
    starts = [at for at, page in enumerate(pages) if page.split()[:2] == ["Phụ", "lục"]]
    assert starts and starts[0] >= 2, [page[:40] for page in pages]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0] and pages[0].split()[0] != "1", pages[0][:200]
    for begin, end in zip([0, *starts], [*starts, len(pages)]):
        for number, page in enumerate(pages[begin + 1:end], 2):
            assert page.split()[0] == str(number), (begin, number, page[:200])
    annex = pages[starts[0]:starts[1] if len(starts) > 1 else len(pages)]
    assert len(annex) >= 3, len(annex)
    for page in annex:
        assert "Nội dung" in page and "TT" in page, page[:300]
    # No word is lost: columns mix the lines of cells, so that each word is looked for by itself.
    signs = ".,;:()|#_*<>=-–·"
    told = {word.strip(signs).upper() for word in " ".join(pages).replace("-", " ").replace("/", " ").split()}
    plain = html.unescape(run(program, ["report", *REAL_LATE, "-f", "markdown"]).replace("\\", "").replace("<br>", " "))
    for word in unicodedata.normalize("NFC", plain).replace("-", " ").replace("/", " ").split():
        word = word.strip(signs).upper()
        assert not word or word in told, word
    letters = os.path.join(folder, "cong-van")
    run(program, ["remind", *YEAR_END, "-o", letters])
    names = sorted(os.listdir(letters))
    assert names[0] == "00-tong-hop.docx" and len(names) > 2, names
    pages = pdf_pages(folder, shutil.copy(os.path.join(letters, names[1]), folder))
    assert "V/v đôn đốc" in pages[0] and "Kính gửi" in pages[0] and "Trân trọng./." in "".join(pages), pages[0]
    assert any(page.split()[:2] == ["Phụ", "lục"] for page in pages), pages


def check_html(program, folder):
    """Sorts, searches, prints, reads at 400 px; asks for nothing but the page."""
    import browser
    page = browser.Browser(folder)
    try:
        path = write(program, folder, "qua-han.html", ["overdue", *REAL_LATE])
        page.open(path)
        column = "[...document.querySelectorAll('tr.row')].map(row => row.cells[%d].innerText)"
        head = "[...document.querySelectorAll('table.grid th')].map(head => head.innerText.trim())"
        at = page.run(head).index("Số ngày quá hạn")
        click = f"document.querySelectorAll('table.grid th')[{at}].querySelector('[role=button]').click()"
        page.run(click)
        days = [int(day) for day in page.run(column % at)]
        assert len(days) > 20 and days == sorted(days), days
        page.run(click)
        days = [int(day) for day in page.run(column % at)]
        assert days == sorted(days, reverse=True), days
        search = ("(() => {const box = document.querySelector('input.search'); box.value = '%s';"
                  " box.dispatchEvent(new Event('input')); return [...document.querySelectorAll('tr.row')]"
                  ".filter(row => row.offsetParent !== null).map(row => row.innerText)})()")
        found = page.run(search % "vinh phuc")
        assert 0 < len(found) < len(days) and all("Vĩnh Phúc" in row for row in found), found
        assert len(page.run(search % "")) == len(days)
        page.narrow(400)
        assert page.run("document.documentElement.scrollWidth") <= 400
        label = "getComputedStyle(document.querySelector('tr.row td'), '::before').content"
        assert page.run(label) not in ("none", '""'), "cards name their values"
        path = write(program, folder, "tien-do.html", ["timeline", *REAL_LATE])
        page.open(path)
        assert page.run("document.documentElement.scrollWidth") <= 400
        assert page.run("document.querySelectorAll('tr.row td.bars svg').length") == page.run(
            "document.querySelectorAll('tr.row').length")
        page.call("Emulation.clearDeviceMetricsOverride")
        printed = os.path.join(folder, "tien-do.pdf")
        page.pdf(printed)
        pages = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True)
        pages = pages.stdout.split("\f")[:-1]
        assert len(pages) > 2 and all("Nội dung" in text for text in pages), "the head repeats"
        urls = set(page.requests)
        assert urls and all(url.startswith("file://") and url.endswith(".html") for url in urls), urls
        assert page.run("performance.getEntriesByType('resource').length") == 0
    finally:
        page.close()


def check_same_bytes(program, folder):
    for extension, command in [("docx", "status"), ("docx", "report"), ("xlsx", "status"), ("xlsx", "timeline"), ("svg", "timeline"), ("ics", "list")]:
        paths = [write(program, folder, f"{name}.{extension}", [command, *YEAR]) for name in "ab"]
        first, second = (open(path, "rb").read() for path in paths)
        assert first == second, extension
        assert extension in ("ics", "svg") or zipfile.ZipFile(paths[0]).testzip() is None


def check_form_loop(program, folder):
    """Forms out, filled in and in again: everything is taken, once, as lines that are added."""
    inner = os.path.join(folder, "forms")
    os.makedirs(inner)
    check_forms(program, os.path.join(ROOT, "examples", "ca-nam"), inner)


def check_template(program, folder):
    """Templates of python-docx and LibreOffice: filled, and else the same."""
    inner = os.path.join(folder, "templates")
    os.makedirs(inner)

    def pages(path):
        return pdf_pages(os.path.dirname(path), path)

    check_templates(program, os.path.join(ROOT, "examples", "ca-nam"), inner, pages)


def check_import(program, folder):
    """The documents that the test suite wrote (imports::word), sent through LibreOffice, give the same plan."""
    documents = os.path.join(ROOT, "target", "tmp", "imports")
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    for name in sorted(os.listdir(documents)):
        path = os.path.join(documents, name)

        def imported(path, label):
            out = os.path.join(folder, "import", name, label)
            run(program, ["import", path, "-o", out, "--id", "p"], expected=1)
            return {file: open(os.path.join(out, file), encoding="utf-8").read() for file in os.listdir(out)}

        first = imported(path, "first")
        for middle in ["docx", "odt"]:
            there = os.path.join(folder, "import", name + "." + middle)
            back = os.path.join(there, "back")
            for source, kind, target in [(path, middle, there), (os.path.join(there, name[:-4] + middle), "docx", back)]:
                subprocess.run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", target, source],
                               capture_output=True, timeout=180, check=True)
            again = imported(os.path.join(back, name), middle)
            assert again == first, (name, middle, [file for file in first if again.get(file) != first[file]])


def main():
    program = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp()
    try:
        checks = [check_docx, check_letters, check_html, check_xlsx, check_ics, check_same_bytes, check_form_loop,
                  check_template, check_import]
        for check in checks:
            check(program, folder)
            print(f"{check.__name__}: ok")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
