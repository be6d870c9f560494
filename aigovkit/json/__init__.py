"""JSON in and out: cases, evaluations, and the schemas of both. The one user of cattrs."""

from aigovkit.json.decode import case_from_dict, case_from_json, load_case
from aigovkit.json.encode import canonical_case, case_digest, case_to_dict, case_to_json
from aigovkit.json.replaying import Replay, parameter_value, replay
from aigovkit.json.schema import case_schema, evaluation_schema
from aigovkit.json.skeleton import skeleton
from aigovkit.json.tables import evaluation_part, evaluation_to_dict, evaluation_to_json, questions_to_list

__all__ = [
    "Replay",
    "canonical_case",
    "case_digest",
    "case_from_dict",
    "case_from_json",
    "case_schema",
    "case_to_dict",
    "case_to_json",
    "evaluation_part",
    "evaluation_schema",
    "evaluation_to_dict",
    "evaluation_to_json",
    "load_case",
    "parameter_value",
    "questions_to_list",
    "replay",
    "skeleton",
]
