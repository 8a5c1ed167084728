//! YAML that the format does not use.

use crate::rules::of;

#[test]
fn yaml_that_a_plan_has_no_use_for_is_named() {
    for (lines, expected) in [
        (
            "tasks: [{id: t, title: T, lead: !!str a, due: tháng 9}]\n",
            "8:39 unsupported-yaml: tags (!…) are not supported",
        ),
        ("recipients: !x [a]\n", "8:16 unsupported-yaml: tags (!…) are not supported"),
        ("signer:\n  name: An: Bình\n", "9:11 syntax: a value that contains \": \" must be quoted"),
        ("signer:\n  name: An\n   title: Bình\n", "10:9 syntax: a colon where there can be no key"),
        ("units: []\n", "8:1 duplicate-key: the key \"units\" is given twice"),
        ("? [a]\n: b\n", "8:3 wrong-type: a key must be a word"),
        (
            "settings: {lint: {no-evidence: allow, no-evidence: deny}}\n",
            "8:39 duplicate-key: the key \"no-evidence\" is given twice",
        ),
        ("settings: {lint: {[x]: allow}}\n", "8:19 wrong-type: a key must be a word"),
    ] {
        assert_eq!(of(lines), [expected], "{lines}");
    }
}
