"""The words in braces that a response template may hold: known ones, and nothing else.

A template is a text, not a program: `{nomor_laporan}` is replaced by a value; attributes,
indexes, formats and anything unknown are refused when the template is saved.
"""

import re
from collections.abc import Mapping

PLACEHOLDERS: Mapping[str, str] = {
    "nomor_laporan": "482-130-764",
    "judul": "Lampu jalan mati di depan pasar",
    "nama_pelapor": "Warga Contoh",
    "kategori": "Perhubungan",
    "kelurahan": "Tanah Garam",
    "tempat": "Depan pasar",
    "opd": "Dinas Perhubungan",
    "opd_singkat": "Dishub",
    "status": "Diproses",
    "tanggal_laporan": "24 November 2026",
    "tanggal": "25 November 2026",
    "tenggat": "1 Desember 2026",
    "tanggal_kejadian": "23 November 2026",
    "jenis": "Pengaduan",
    "lokasi": "Depan pasar",
    "nama_opd": "Dinas Perhubungan",
    "petugas": "Petugas Dishub",
    "kecamatan": "Lubuk Sikarah",
    "jawaban": "Lampu sudah diganti.",
    "alasan": "Lokasi di luar wilayah kota",
    "nama_kota": "Kota Solok",
    "alamat_lacak": "https://lapor.example.go.id/lacak/",
}
"""Every known placeholder with an example of its value."""

BRACED = re.compile(r"\{([^{}]*)\}")


def unknown_placeholders(body: str) -> list[str]:
    """Return what stands in braces and is no known placeholder, also a brace left alone."""
    unknown = [name for name in BRACED.findall(body) if name not in PLACEHOLDERS]
    rest = BRACED.sub("", body)
    return unknown + [brace for brace in "{}" if brace in rest]


def fill(body: str, values: Mapping[str, str]) -> str:
    """Return the text with its placeholders replaced; a value is never read as a template."""
    return BRACED.sub(lambda found: str(values.get(found.group(1), found.group(0))), body)
