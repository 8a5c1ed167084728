"""Makes the templates of this folder; `python3 lap_mau.py` writes them anew, with the same bytes.

An office does not need it: its own document, typed in Word or LibreOffice with the placeholders in it, is a template.
"""

import os
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def p(text="", align="both", bold=False, italic=False, size=28, first=0, after=120, keep=False):
    style = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + f'<w:sz w:val="{size}"/>'
    run = f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    kept = "<w:keepNext/>" if keep else ""
    return (f'<w:p><w:pPr>{kept}<w:spacing w:before="0" w:after="{after}"/><w:ind w:firstLine="{first}"/><w:jc w:val="{align}"/></w:pPr>{run}</w:p>')


def body(text, **more):
    return p(text, first=567, **more)


def rule(side):
    """A line below the lines of the head: a paragraph of 2 pt with a border."""
    return (f'<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
            f'<w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>')


def cell(width, *paragraphs):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells, head=False):
    return f'<w:tr><w:trPr><w:cantSplit/>{"<w:tblHeader/>" if head else ""}</w:trPr>{"".join(cells)}</w:tr>'


MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def table(widths, rows, border):
    kind = "single" if border else "none"
    sides = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="000000"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/>{"" if border else MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def listed(names, fields, widths, name):
    """A table with a head, and one row that repeats."""
    head = row(*[cell(width, p(text, "center", bold=True, size=24, after=40)) for width, text in zip(widths, names)], head=True)
    texts = [f"{{{{{field}}}}}" for field in fields]
    texts[0] = f"{{{{#{name}}}}}" + texts[0]
    texts[-1] += f"{{{{/{name}}}}}"
    aligned = ["center" if field in ("no", "days_late", "deadline", "total", "done_on_time", "overdue", "completion_pct") else "left"
               for field in fields]
    line = row(*[cell(width, p(text, align, size=24, after=40)) for width, text, align in zip(widths, texts, aligned)])
    return table(widths, [head, line], True)


def letterhead(number, *below):
    widths = [4000, 5071]
    left = [p("{{superior.capitals}}", "center", size=24, after=0), p("{{office.capitals}}", "center", True, size=24, after=20), rule(1300)]
    right = [p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "center", True, size=24, after=0),
             p("Độc lập - Tự do - Hạnh phúc", "center", True, size=26, after=20), rule(850)]
    second = row(cell(4000, p(number, "center", size=26, after=60), *below),
                 cell(5071, p("{{place}}, {{date}}", "center", italic=True, size=28, after=60)))
    return table(widths, [row(cell(4000, *left), cell(5071, *right)), second], False)


def end():
    left = [p("Nơi nhận:", "left", True, True, 24, after=0), p("{{recipients}}", "left", size=22, after=0)]
    right = [p("{{signer.capacity}}", "center", True, after=1400), p("{{signer.name}}", "center", True, after=0)]
    return table([4000, 5071], [row(cell(4000, *left), cell(5071, *right))], False)


REPORT = [
    letterhead("Số: {{number}}"), p(after=60),
    p("BÁO CÁO", "center", True, after=0), p("{{subject}}", "center", True, after=20), rule(3400), p(after=0),
    p("Kính gửi: {{addressee}}.", "center"),
    body("Thực hiện {{plan.cited}}, {{office}} báo cáo tình hình đến ngày {{as_of}} như sau:"),
    p("I. KẾT QUẢ CHUNG", bold=True, keep=True),
    body("{{text.results}}"), body("{{text.shares}}"),
    listed(["Nội dung", "Tổng số", "Đúng hạn", "Quá hạn", "% hoàn thành"],
           ["label", "total", "done_on_time", "overdue", "completion_pct"], [3871, 1200, 1300, 1300, 1400], "sections"), p(after=60),
    p("II. VIỆC QUÁ HẠN", bold=True, keep=True),
    body("{{^overdue}}Không có việc quá hạn.{{/overdue}}"),
    body("Có {{overdue.count}} việc quá hạn của {{overdue.units}} đơn vị, lâu nhất {{overdue.longest}} ngày."),
    listed(["TT", "Nội dung nhiệm vụ", "Đơn vị", "Thời hạn", "Số ngày quá hạn"],
           ["no", "title", "unit", "deadline", "days_late"], [600, 4171, 1800, 1400, 1100], "overdue"), p(after=60),
    p("III. KHÓ KHĂN, VƯỚNG MẮC", bold=True, keep=True),
    body("{{#difficulties}}- {{unit}}: {{text}};{{/difficulties}}"),
    p("IV. NHIỆM VỤ KỲ TỚI", bold=True, keep=True),
    body("Từ ngày {{upcoming.first}} đến ngày {{upcoming.last}} có {{upcoming.count}} việc đến hạn:"),
    body("{{#upcoming}}- {{title}} ({{unit}}), hạn {{deadline}};{{/upcoming}}"),
    body("Trên đây là tình hình thực hiện {{plan.cited}} tính đến ngày {{as_of}}./."), end(), p(after=0),
]

LETTER = [
    letterhead("Số: {{number}}", p("V/v {{subject}}", "center", size=24, after=60)), p(after=60),
    p("Kính gửi: {{addressee}}.", "center"),
    body("{{text.finding}}"),
    listed(["TT", "Nội dung nhiệm vụ", "Đơn vị", "Thời hạn", "Số ngày quá hạn"],
           ["no", "title", "unit", "deadline", "days_late"], [600, 4171, 1800, 1400, 1100], "overdue"), p(after=60),
    body("{{text.request}}"), body("Trân trọng./."), end(), p(after=0),
]

FOOTER = p("{{office}} - số liệu đến ngày {{as_of}}", "center", italic=True, size=18, after=0)


def write(name, content):
    section = ('<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
               '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
    space = f'xmlns:w="{W}" xmlns:r="{R}"'
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                               f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
                               f'<Override PartName="/word/styles.xml" ContentType="{MAIN}.styles+xml"/>'
                               f'<Override PartName="/word/footer1.xml" ContentType="{MAIN}.footer+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
                       f'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/styles" '
                                        f'Target="styles.xml"/><Relationship Id="rId2" Type="{R}/footer" Target="footer1.xml"/></Relationships>',
        "word/document.xml": f'<w:document {space}><w:body>{"".join(content)}{section}</w:body></w:document>',
        "word/styles.xml": f'<w:styles {space}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
                           f'</w:rPrDefault></w:docDefaults></w:styles>',
        "word/footer1.xml": f'<w:ftr {space}>{FOOTER}</w:ftr>',
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), HEAD + text, zipfile.ZIP_DEFLATED)


write("bao-cao.docx", REPORT)
write("cong-van.docx", LETTER)
