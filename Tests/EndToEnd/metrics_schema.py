"""CloudWatch's embedded metric format as a JSON schema.

Source: "Specification: Embedded metric format" of the CloudWatch user guide: its document structure, and its limits.
"""

UNITS = ["Seconds", "Microseconds", "Milliseconds", "Percent", "Count", "None"] + [
    prefix + unit for unit in ("Bytes", "Bits") for prefix in ("", "Kilo", "Mega", "Giga", "Tera")
]
NAME = {"type": "string", "minLength": 1, "maxLength": 255}

SCHEMA = {
    "type": "object",
    "required": ["_aws"],
    "properties": {
        "_aws": {
            "type": "object",
            "required": ["Timestamp", "CloudWatchMetrics"],
            "properties": {
                "Timestamp": {"type": "integer", "minimum": 0},
                "CloudWatchMetrics": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["Namespace", "Dimensions", "Metrics"],
                        "additionalProperties": False,
                        "properties": {
                            "Namespace": NAME,
                            "Dimensions": {"type": "array", "minItems": 1, "items": {"type": "array", "maxItems": 30, "items": NAME}},
                            "Metrics": {
                                "type": "array",
                                "maxItems": 100,
                                "items": {
                                    "type": "object",
                                    "required": ["Name"],
                                    "additionalProperties": False,
                                    "properties": {"Name": NAME, "Unit": {"enum": UNITS}, "StorageResolution": {"enum": [1, 60]}},
                                },
                            },
                        },
                    },
                },
            },
        }
    },
}


def assert_targets_exist(document):
    """What a schema cannot say: each dimension is a text at the root, each metric one number or up to a hundred."""
    for directive in document["_aws"]["CloudWatchMetrics"]:
        for name in sum(directive["Dimensions"], []):
            assert isinstance(document[name], str) and document[name]
        for metric in directive["Metrics"]:
            values = document[metric["Name"]]
            values = values if isinstance(values, list) else [values]
            assert len(values) <= 100 and all(isinstance(value, (int, float)) for value in values)
