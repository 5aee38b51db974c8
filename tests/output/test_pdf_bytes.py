"""The file of a PDF: what goes in comes out, and no stream ends in a carriage return."""

from __future__ import annotations

import io

import pydyf
import pypdf
import pytest

from kamgen.output.pdf_bytes import pdf_bytes

IDENTIFIER = "0123456789abcdef0123456789abcdef"


def document(content: bytes, *, compressed: bool = True, **extra: int) -> bytes:
    pdf = pydyf.PDF()
    stream = pydyf.Stream([content], extra, compress=compressed)
    pdf.add_object(stream)
    pdf.add_page(
        pydyf.Dictionary({"Type": "/Page", "MediaBox": pydyf.Array([0, 0, 9, 9]), "Contents": stream.reference})
    )
    pdf.info["Title"] = pydyf.String("标题 (1)")
    return pdf_bytes(pdf, IDENTIFIER)


def content_of(made: bytes) -> bytes:
    data: bytes = pypdf.PdfReader(io.BytesIO(made), strict=True).pages[0].get_contents().get_data()
    return data


def test_a_strict_reader_finds_everything() -> None:
    made = document(b"0 0 9 9 re f")
    reader = pypdf.PdfReader(io.BytesIO(made), strict=True)
    assert made.startswith(b"%PDF-1.7\n")
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == "标题 (1)"
    first, second = reader.trailer["/ID"]
    assert bytes(first.original_bytes).hex() == IDENTIFIER
    assert second != first
    assert content_of(made) == b"0 0 9 9 re f"


@pytest.mark.parametrize("compressed", [True, False])
def test_content_is_kept(compressed: bool) -> None:
    assert content_of(document(b"q 1 0 0 1 0 0 cm Q", compressed=compressed)) == b"q 1 0 0 1 0 0 cm Q"


def test_no_stream_ends_in_a_carriage_return() -> None:
    lengthened = 0
    for number in range(300):  # three streams each, of which one in 256 would
        content = b"%" + b"!" * number
        made = document(content, Length1=len(content))
        assert b"\r\nendstream" not in made
        read = content_of(made)
        assert read.rstrip(b"\n") == content
        assert pypdf.PdfReader(io.BytesIO(made)).pages[0]["/Contents"]["/Length1"] == len(read)
        lengthened += read != content
    assert lengthened


def test_the_same_document_is_the_same_bytes() -> None:
    assert document(b"0 g") == document(b"0 g")
    assert document(b"0 g") != document(b"1 g")


def test_a_document_may_have_more_objects_than_two_bytes_can_count() -> None:
    pdf = pydyf.PDF()
    for number in range(0x10000):
        pdf.add_object(pydyf.Dictionary({"Number": number}))
    reader = pypdf.PdfReader(io.BytesIO(pdf_bytes(pdf, IDENTIFIER)))
    last = pdf.objects[-2].number  # before the information
    assert reader.get_object(last)["/Number"] == 0xFFFF  # type: ignore[index, call-overload]
