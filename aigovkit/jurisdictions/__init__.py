"""The policies that come with the kit: the id of each, and where it is. Nothing is imported here.

The id of each is its place and, after the last `/`, its own name, so that those of a place are found before
any of them loads.
"""

from collections.abc import Mapping

POLICIES: Mapping[str, str] = {
    "us-az/digital-bill-of-rights": (
        "aigovkit.jurisdictions.arizona.digital_bill_of_rights:DIGITAL_BILL_OF_RIGHTS"
    ),
    "us-az/tucson/technology": "aigovkit.jurisdictions.tucson.technology:TECHNOLOGY",
    "us-ca/san-jose/ai-policy": "aigovkit.jurisdictions.san_jose.ai_policy:AI_POLICY",
    "us-ca/san-jose/privacy-precedents": (
        "aigovkit.jurisdictions.san_jose.privacy_precedents:PRIVACY_PRECEDENTS"
    ),
    "us-nm/albuquerque/ai-policy": "aigovkit.jurisdictions.albuquerque.ai_policy:AI_POLICY",
    "us-nm/albuquerque/cybersecurity": "aigovkit.jurisdictions.albuquerque.cybersecurity:CYBERSECURITY",
    "us-nm/albuquerque/internet-use": "aigovkit.jurisdictions.albuquerque.internet_use:INTERNET_USE",
    "us-nm/albuquerque/pii-and-sensitive-data": (
        "aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data:PII_POLICY"
    ),
    "us-nm/albuquerque/technology-protection": (
        "aigovkit.jurisdictions.albuquerque.technology_protection:TECHNOLOGY_PROTECTION"
    ),
}
