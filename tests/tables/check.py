"""The tables of `plan export`, asked by the engines that they are for, against the answers of `plan` itself.

    python3 tests/tables/check.py target/release/plan [NATION]

NATION is a folder of generated plans (`cargo bench --bench scale -- --nation 100000 FOLDER`). Needs duckdb, datafusion
and pyarrow; `.ci/tables` installs them. Spark takes part where pyspark is installed.
"""

import concurrent.futures
import datetime
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import datafusion
import duckdb
import pyarrow
import pyarrow.parquet

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
YEAR = os.path.join(ROOT, "examples", "ca-nam")
TABLES = ["plans", "units", "items", "entries", "changes", "targets", "results", "spans"]
DAYS = int(os.environ.get("TABLES_DAYS", "200"))
KNOWN = datetime.date(2025, 7, 1)


def run(program, arguments, expected=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == expected, (arguments, done.returncode, done.stderr)
    return done.stdout


def answer(program, arguments):
    return json.loads(run(program, [*arguments, "-f", "json"]))


def export(program, plans, folder, arguments=()):
    return json.loads(run(program, ["export", folder, "--plans", plans, "-f", "json", *arguments]))


def named(rows):
    """Rows of DuckDB in a form that can be compared: days as texts."""
    return [tuple(str(cell) if isinstance(cell, datetime.date) else cell for cell in row) for row in rows]


class DuckDb:
    name = "DuckDB"

    def __init__(self):
        self.connection = duckdb.connect()

    def run(self, text):
        return named(self.connection.execute(text).fetchall())


class DataFusion:
    name = "DataFusion"

    def __init__(self):
        self.context = datafusion.SessionContext()

    def run(self, text):
        batches = self.context.sql(text).collect()
        return named(tuple(row.values()) for batch in batches for row in batch.to_pylist())


class Spark:
    name = "Spark SQL"

    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        self.session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def run(self, text):
        return named(tuple(row) for row in self.session.sql(text).collect())


def engines():
    all_engines = [DuckDb, DataFusion]
    try:
        import pyspark  # noqa: F401

        all_engines.append(Spark)
    except ImportError:
        print("left out, pyspark is not installed: Spark SQL")
    return [engine() for engine in all_engines]


def statements():
    """The SQL of docs/nation.md: the views of each engine, and the questions."""
    with open(os.path.join(ROOT, "docs", "nation.md"), encoding="utf-8") as file:
        blocks = re.findall(r"```sql\n(.*?)```", file.read(), re.S)
    views, questions = {}, []
    for block in blocks:
        heading = re.match(r"-- (.*)\n", block)
        if heading:
            views[heading.group(1)] = [part.strip() for part in block[heading.end():].split(";") if part.strip()]
        else:
            questions.append(block.strip().rstrip(";"))
    assert set(views) == {"DuckDB", "DataFusion", "Spark SQL"} and len(questions) == 6, (list(views), len(questions))
    return views, questions


def at(text, tables, known):
    return text.replace("'tables-known/", f"'{known}/").replace("'tables/", f"'{tables}/")


def by_day(items):
    return {item["key"]: item for item in items["items"]}


def expected_answers(program):
    """What `plan` says to the questions of docs/nation.md, on the example of a whole year."""
    plans = ["--plans", YEAR]
    def of_day(day, *more):
        return answer(program, ["list", *plans, "--as-of", day, *more])["items"]
    counts = {}
    for item in of_day("30/6/2025"):
        counts[item["status"]] = counts.get(item["status"], 0) + 1
    by_status = [("_", status, count) for status, count in sorted(counts.items())]
    late = {}
    for item in answer(program, ["overdue", *plans, "--as-of", "31/12/2025"])["items"]:
        key = (item["plan"], item["unit"]["id"])
        since, number = late.get(key, ("9", 0))
        late[key] = (min(since, item["deadline"]), number + 1)
    longest = [("_", "", *key, since, number) for key, (since, number) in late.items()]
    longest.sort(key=lambda row: (row[4], -row[5], row[2], row[3]))
    before, after = ({item["key"]: item for item in of_day(day)} for day in ("1/4/2025", "1/7/2025"))
    slipped = []
    for key, was in before.items():
        now = after[key]
        if was["deadline"] and "2025-04-01" <= was["deadline"] <= "2025-06-30" and now["status"] != "dropped" and (
                now["deadline"] > was["deadline"] or now["status"] in ("overdue", "done-late")):
            slipped.append((key, was["deadline"], now["deadline"], now["status"]))
    wards = of_day("31/12/2025", "kind:phuong")
    duties = [("_", len(wards), sum(item["status"] == "overdue" for item in wards))]
    then = {item["key"]: item["status"] for item in of_day("30/6/2025", "--known", "1/7/2025")}
    now = {item["key"]: item["status"] for item in of_day("30/6/2025")}
    revised = [(key, then[key], now[key]) for key in sorted(now) if then[key] != now[key]]
    expected = [by_status, longest[:10], sorted(slipped), duties, revised]
    assert all(expected), "a question without an answer checks nothing"
    return expected


def check_questions(program, folder, all_engines):
    tables, known = os.path.join(folder, "year"), os.path.join(folder, "year-known")
    export(program, YEAR, tables)
    export(program, YEAR, known, ["--known", "1/7/2025"])
    views, questions = statements()
    expected = expected_answers(program)
    for engine in all_engines:
        for view in views[engine.name]:
            engine.run(at(view, tables, known))
        for question, rows in zip(questions[1:], expected):
            found = engine.run(question)
            assert found == rows, (engine.name, question, found[:5], rows[:5])
    # The one line at the top reads the files without a view.
    line = at(questions[0], tables, known).replace("2026-06-30", "2025-06-30")
    assert sorted(DuckDb().run(line)) == expected[0]
    print(f"questions: {len(expected)} in {', '.join(engine.name for engine in all_engines)}")


def check_types(folder):
    """Days are days and words are words for who reads the files without SQL."""
    schema = pyarrow.parquet.read_table(os.path.join(folder, "year", "spans")).schema
    types = {field.name: str(field.type) for field in schema}
    assert types["starts"] == "date32[day]" and types["status"] == "string" and types["item"] == "int64", types
    assert types["percent"] == "double" and "string" in types["province"], types
    metadata = pyarrow.parquet.read_metadata(os.path.join(folder, "year", "calendar.parquet"))
    assert metadata.created_by == "plan" and not metadata.metadata, metadata


STATUSES = ["dropped", "done-on-time", "done-late", "done-undated", "continuous", "undated", "overdue", "due-soon",
            "upcoming", "on-track"]


def days(connection, tables, number, dice):
    """Random days: of the time in which statuses change, and of all days that there are."""
    first, last = connection.execute(
        f"SELECT min(starts), max(starts) FROM '{tables}/spans/*/*.parquet' WHERE starts > DATE '1900-01-01'").fetchall()[0]
    turning = [row[0] for row in connection.execute(
        f"SELECT DISTINCT starts FROM '{tables}/spans/*/*.parquet' ORDER BY starts").fetchall()]
    length = (last - first).days + 40
    chosen = set()
    while len(chosen) < number:
        kind = dice.random()
        if kind < 0.6:
            chosen.add(first + datetime.timedelta(dice.randrange(length) - 20))
        elif kind < 0.95:
            # A day on which a status changes, or the one before.
            day = dice.choice(turning)
            chosen.add(max(day - datetime.timedelta(dice.randrange(2)), datetime.date(1900, 1, 1)))
        else:
            chosen.add(datetime.date(1900, 1, 1) + datetime.timedelta(dice.randrange(401_768)))
    return sorted(chosen)


def check_days(program, plans, folder, name, number, dice, known=None):
    """The spans give the status table of every day."""
    tables = os.path.join(folder, name)
    extra = [] if known is None else ["--known", str(known)]
    summary = export(program, plans, tables, extra)
    connection = duckdb.connect()
    context = datafusion.SessionContext()
    context.sql(f"CREATE EXTERNAL TABLE spans STORED AS PARQUET PARTITIONED BY (province) LOCATION '{tables}/spans/'")

    def status(day):
        return answer(program, ["status", "--by", "plan", "--plans", plans, "--as-of", str(day), *extra])

    chosen = days(connection, tables, number, dice)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(status, chosen)
        for day, said in zip(chosen, answers):
            expected = {}
            for group in said["groups"]:
                for word in STATUSES:
                    count = group[word.replace("-", "_")]
                    if count:
                        expected[group["key"], word] = count
            text = (f"SELECT plan, status, count(*) FROM {{}} WHERE starts <= DATE '{day}' AND ends > DATE '{day}' "
                    "GROUP BY plan, status")
            by_duckdb = connection.execute(text.format(f"'{tables}/spans/*/*.parquet'")).fetchall()
            found = {(plan, word): count for plan, word, count in by_duckdb}
            assert found == expected, (name, day, set(found.items()) ^ set(expected.items()))
            batches = context.sql(text.format("spans")).collect()
            by_datafusion = {tuple(row.values())[:2]: tuple(row.values())[2]
                             for batch in batches for row in batch.to_pylist()}
            assert by_datafusion == expected, (name, day)
            assert sum(found.values()) == summary["items"], (name, day)
    return summary, chosen


def check_items(program, plans, folder, name, chosen, known=None):
    """The spans give every work item of a day, to the last column."""
    tables = os.path.join(folder, name)
    extra = [] if known is None else ["--known", str(known)]
    connection = duckdb.connect()
    for day in chosen:
        rows = connection.execute(
            f"""SELECT i.key, s.status, s.progress, s.percent, s.deadline, s.done, s.reported, s.unit, s.answers, s.extensions
            FROM '{tables}/spans/*/*.parquet' s JOIN '{tables}/items/*/*.parquet' i ON i.item = s.item
            WHERE s.starts <= DATE '{day}' AND s.ends > DATE '{day}'""").fetchall()
        found = {row[0]: row[1:] for row in named(rows)}
        listed = answer(program, ["list", "--plans", plans, "--as-of", str(day), *extra])["items"]
        assert len(listed) == len(found) == len(rows), (name, day, len(listed), len(rows))
        for item in listed:
            expected = (item["status"], item["progress"], item["percent"], item["deadline"], item["done"],
                        item["reported"], item["unit"]["id"], " ".join(item["answers"]),
                        item["extensions"])
            assert found[item["key"]] == expected, (name, day, item["key"], found[item["key"]], expected)


def contents(folder):
    found = {}
    for above, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(above, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def check_equal_bytes(program, plans, folder, name):
    again = os.path.join(folder, "again")
    export(program, plans, again)
    one, other = contents(os.path.join(folder, name)), contents(again)
    assert one == other, sorted(set(one.items()) ^ set(other.items()))
    with open(os.path.join(again, "plan.tables.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    listed = {file["path"]: file["sha256"] for table in manifest["tables"] for file in table["files"]}
    listed["plan.tables.json"] = other["plan.tables.json"]
    assert listed == other
    shutil.rmtree(again)


def check_kill(program, plans, folder, name, dice):
    """Killed at any moment, the folder holds the old tables or the new ones."""
    target = os.path.join(folder, "killed", "tables")
    old = export(program, YEAR, target)
    began = time.monotonic()
    new = export(program, plans, os.path.join(folder, "timed"))
    took = time.monotonic() - began
    before, after = contents(target), contents(os.path.join(folder, "timed"))
    assert old["items"] != new["items"]
    seen = set()
    for turn in range(12):
        process = subprocess.Popen([program, "export", target, "--plans", plans, "-q"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        try:
            # The last turns end near the moment at which the new folder takes its name.
            process.wait(took * (dice.random() * 1.1 if turn < 8 else 0.9 + dice.random() * 0.2))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        now = contents(target)
        assert now in (before, after), (turn, len(now))
        seen.add("old" if now == before else "new")
        if now == after:
            export(program, YEAR, target)
    assert "old" in seen, seen
    print(f"kills: 12, then {' or '.join(sorted(seen))} ({name})")


def main():
    program = os.path.abspath(sys.argv[1])
    nation = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
    dice = random.Random(20261130)
    with tempfile.TemporaryDirectory() as folder:
        check_questions(program, folder, engines())
        check_types(folder)
        cases = [("real", os.path.join(ROOT, "plans"), DAYS, 20), ("examples", os.path.join(ROOT, "examples"), DAYS, 20)]
        if nation:
            cases.append(("nation", nation, DAYS, 2))
        for name, plans, number, listed in cases:
            began = time.monotonic()
            summary, chosen = check_days(program, plans, folder, name, number, dice)
            check_items(program, plans, folder, name, dice.sample(chosen, min(listed, len(chosen))))
            check_equal_bytes(program, plans, folder, name)
            took = time.monotonic() - began
            print(f"{name}: {summary['items']} work items of {summary['plans']} plans on {number} days, {took:.0f} s")
        summary, chosen = check_days(program, YEAR, folder, "known", 20, dice, KNOWN)
        check_items(program, YEAR, folder, "known", chosen, KNOWN)
        check_kill(program, nation or os.path.join(ROOT, "plans"), folder, "nation" if nation else "real", dice)


main()
