"""JSON in and out: cases, agency files, evaluations, and their schemas. The one user of cattrs."""

from aigovkit.json.change_tables import (
    difference_schema,
    difference_to_dict,
    difference_to_json,
    ways_schema,
    ways_to_dict,
    ways_to_json,
)
from aigovkit.json.decode import (
    agency_file_from_dict,
    agency_file_from_json,
    answer_from_json,
    case_from_dict,
    case_from_json,
    load_agency_file,
    load_case,
)
from aigovkit.json.encode import (
    agency_file_digest,
    agency_file_to_dict,
    agency_file_to_json,
    canonical_case,
    case_digest,
    case_to_dict,
    case_to_json,
)
from aigovkit.json.precedent_tables import comparison_to_dict, comparison_to_json, left_out_to_dict
from aigovkit.json.replaying import Replay, parameter_value, replay
from aigovkit.json.schema import agency_file_schema, case_schema, evaluation_schema
from aigovkit.json.skeleton import agency_file_skeleton, skeleton
from aigovkit.json.tables import evaluation_part, evaluation_to_dict, evaluation_to_json, questions_to_list

__all__ = [
    "Replay",
    "agency_file_digest",
    "agency_file_from_dict",
    "agency_file_from_json",
    "agency_file_schema",
    "agency_file_skeleton",
    "agency_file_to_dict",
    "agency_file_to_json",
    "answer_from_json",
    "canonical_case",
    "case_digest",
    "case_from_dict",
    "case_from_json",
    "case_schema",
    "case_to_dict",
    "case_to_json",
    "comparison_to_dict",
    "comparison_to_json",
    "difference_schema",
    "difference_to_dict",
    "difference_to_json",
    "evaluation_part",
    "evaluation_schema",
    "evaluation_to_dict",
    "evaluation_to_json",
    "left_out_to_dict",
    "load_agency_file",
    "load_case",
    "parameter_value",
    "questions_to_list",
    "replay",
    "skeleton",
    "ways_schema",
    "ways_to_dict",
    "ways_to_json",
]
