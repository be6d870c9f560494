"""Arizona."""

from aigovkit.jurisdictions.arizona.digital_bill_of_rights import DIGITAL_BILL_OF_RIGHTS

__all__ = ["DIGITAL_BILL_OF_RIGHTS"]
