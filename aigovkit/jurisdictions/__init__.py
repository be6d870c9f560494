"""The policies and papers that come with the kit: the id of each, and where it is."""

from collections.abc import Mapping

_BILL = "aigovkit.jurisdictions.arizona.digital_bill_of_rights"
_BILL_PAPERS = f"{_BILL}.papers"

PAPERS: Mapping[str, str] = {
    "us-az/digital-bill-of-rights/necessity-finding": f"{_BILL_PAPERS}:NECESSITY_FINDING",
    "us-az/digital-bill-of-rights/thirty-day-report": f"{_BILL_PAPERS}:THIRTY_DAY_REPORT",
    "us-az/digital-bill-of-rights/vendor-certification": f"{_BILL_PAPERS}:VENDOR_CERTIFICATION",
    "us-az/digital-bill-of-rights/impact-assessment": f"{_BILL_PAPERS}:IMPACT_ASSESSMENT",
}

POLICIES: Mapping[str, str] = {
    "us-az/digital-bill-of-rights": f"{_BILL}:DIGITAL_BILL_OF_RIGHTS",
    "us-ca/san-jose/ai-policy": "aigovkit.jurisdictions.san_jose.ai_policy:AI_POLICY",
}
