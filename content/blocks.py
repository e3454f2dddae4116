"""The building blocks of a page's body, each with a template in templates/blocks/."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

INLINE = ["bold", "italic", "link", "document-link"]
FEATURES = [*INLINE, "ol", "ul", "h3"]


class StepBlock(blocks.StructBlock):
    """One step of a procedure: who does what, within how many working days."""

    title = blocks.CharBlock(label=_("What happens"), max_length=150)
    text = blocks.RichTextBlock(label=_("Explanation"), features=[*INLINE, "ul"], required=False)
    actor = blocks.CharBlock(label=_("Who does it"), max_length=100, required=False)
    working_days = blocks.IntegerBlock(
        label=_("Working days"), min_value=1, required=False, help_text=_("Leave empty for none.")
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")


class QuestionBlock(blocks.StructBlock):
    """A question that people ask, and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        template = "blocks/question.html"


class QuestionGroupBlock(blocks.StructBlock):
    """Questions about one subject."""

    title = blocks.CharBlock(label=_("Subject"), max_length=120)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("Subject")
        template = "blocks/question_group.html"


class CalloutBlock(blocks.StructBlock):
    """Something that must not be overlooked."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=[*INLINE, "ul"])

    class Meta:
        icon = "warning"
        label = _("Important note")
        template = "blocks/callout.html"


class LinkBlock(blocks.StructBlock):
    """A button to a page or an address."""

    label = blocks.CharBlock(label=_("Text of the button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.CharBlock(
        label=_("Or an address"),
        required=False,
        help_text=_("For instance /lapor/ or https://www.lapor.go.id"),
    )

    class Meta:
        icon = "link"
        label = _("Button")
        template = "blocks/link.html"


class ContactBlock(blocks.StructBlock):
    """How to reach somebody."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    phone = blocks.CharBlock(label=_("Phone"), max_length=60, required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    address = blocks.TextBlock(label=_("Address"), rows=2, required=False)

    class Meta:
        icon = "user"
        label = _("Contact")
        template = "blocks/contact.html"


class BodyBlock(blocks.StreamBlock):
    """The body of an information page."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=120, icon="title", template="blocks/heading.html"
    )
    text = blocks.RichTextBlock(label=_("Text"), features=FEATURES, template="blocks/text.html")
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), template="blocks/steps.html")
    callout = CalloutBlock()
    questions = blocks.ListBlock(
        QuestionBlock(), label=_("Questions"), icon="help", template="blocks/questions.html"
    )
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("rich_text", blocks.RichTextBlock(label=_("Formatted text"), features=INLINE)),
            ("number", blocks.IntegerBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
        template="blocks/table.html",
    )
    image = ImageBlock(label=_("Picture"), template="blocks/image.html")
    quote = blocks.BlockQuoteBlock(label=_("Quotation"))
    link = LinkBlock()
    contact = ContactBlock()
    document = DocumentChooserBlock(label=_("Document"), template="blocks/document.html")
