"""What the account is worth: purchases, wallet, lifetime assumptions and white space (A1, B4, E2, F4)."""

from typing import Annotated

from pydantic import Field

from kamgen.plan.values import Currency, Day, Line, Number, Positive, Section, Share, Text, Year


class Purchase(Section):
    """One purchase, or one line of one; a negative amount is a return."""

    date: Annotated[Day, Field(description="Day of the order")]
    amount: Annotated[Number, Field(description="Net amount in the section's currency; negative for a return")]
    margin: Annotated[Number | None, Field(description="Our margin on it, same currency")] = None
    product: Annotated[Line | None, Field(description="Product line, an id of the settings")] = None
    order: Annotated[Line | None, Field(description="Order number, as text")] = None


class Wallet(Section):
    """What the customer spends in our category in a year, with all suppliers together."""

    year: Annotated[Year, Field(description="The year")]
    amount: Annotated[Positive, Field(description="Spend in our category, all suppliers")]
    source: Annotated[Text | None, Field(description="Where the figure comes from")] = None


class LifetimeAssumptions(Section):
    """The assumptions of the lifetime value (F4); what is left out comes from the settings."""

    years: Annotated[Number | None, Field(description="Horizon in years", ge=0, le=50)] = None
    retention: Annotated[Share | None, Field(description="Probability to keep the customer another year, 0 to 1")] = (
        None
    )
    discount: Annotated[Share | None, Field(description="Discount rate a year, 0 to 1")] = None
    margin: Annotated[Share | None, Field(description="Margin on revenue where purchases give none, 0 to 1")] = None


class WhiteSpace(Section):
    """Potential and current business of one product in one unit of the customer (B4)."""

    product: Annotated[Line, Field(description="Product line, an id of the settings")]
    unit: Annotated[Text | None, Field(description="The customer's business unit or region")] = None
    potential: Annotated[Positive | None, Field(description="What the unit could buy in a year")] = None
    current: Annotated[Positive | None, Field(description="What it buys from us now in a year")] = None
    rival: Annotated[Text | None, Field(description="Who holds the rest")] = None


class Value(Section):
    """History of cooperation in figures."""

    currency: Annotated[
        Currency | None, Field(description="Currency of this section; the reporting currency when left out")
    ] = None
    purchases: Annotated[
        tuple[Purchase, ...], Field(description="Purchases; or in a file NAME.purchases.csv beside the plan")
    ] = ()
    wallet: Annotated[tuple[Wallet, ...], Field(description="What the customer spends in our category")] = ()
    lifetime: Annotated[LifetimeAssumptions | None, Field(description="Assumptions of the lifetime value")] = None
    white_space: Annotated[tuple[WhiteSpace, ...], Field(description="Product by unit: potential and current")] = ()
