import pytest


@pytest.fixture
def file(tmp_path):
    """Write a file as it came in, and say where it lies."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
