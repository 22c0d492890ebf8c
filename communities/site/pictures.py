"""A photo or drawing is drawn anew: only the picture itself is kept, in two fixed sizes (docs/principles.md rule 5)."""

import io
import warnings

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

LARGE, SMALL = (1600, 1600), (480, 480)
MOST_DOTS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


def _jpeg(picture, size):
    """A copy of at most this size, with nothing but colours in it."""
    copy = picture.copy()
    copy.thumbnail(size)
    sheet = io.BytesIO()
    copy.save(sheet, "JPEG", quality=82)
    return sheet.getvalue()


def redrawn(content):
    """The picture large and small, or one sentence why not. A bomb is refused before it is unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(content), formats=FORMATS)
            if picture.width * picture.height > MOST_DOTS:
                raise ValidationError(_("This picture has too many dots. Make it smaller first."))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(_("This picture has too many dots. Make it smaller first.")) from None
    except (OSError, SyntaxError, ValueError, Warning):
        raise ValidationError(_("This is not a photo we can read. Use a JPEG, PNG, WebP or GIF.")) from None
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    return _jpeg(plain, LARGE), _jpeg(plain, SMALL)
