"""An address as a picture that a phone reads from paper."""

import segno


def qr_code(address, scale=5):
    """An address as a picture that a phone reads from paper."""
    return segno.make(address, error="m").svg_data_uri(scale=scale, border=2, dark="#231e1b")
