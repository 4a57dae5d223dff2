"""Saving pictures the way phones and cameras do: turned, with EXIF, as JPEG."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from drawing.picture import Picture

_STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
"""EXIF orientation → how the upright picture is turned before it is stored."""


def save(image: Image.Image, picture: Picture, target: Path) -> None:
    """Write the finished picture as the JPEG the office would upload."""
    exif = Image.Exif()
    if picture.orientation != 1:
        image = image.transpose(_STORED[picture.orientation])
        exif[ExifTags.Base.Orientation] = picture.orientation
    if picture.taken:
        _sign_as_phone(exif, picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    image.save(target, "JPEG", quality=picture.quality, optimize=True, progressive=True, subsampling=2, exif=exif)


def _sign_as_phone(exif: Image.Exif, picture: Picture) -> None:
    """What a phone writes unasked: maker, model, time and place (all invented)."""
    exif[ExifTags.Base.Make] = "Vang Phone"
    exif[ExifTags.Base.Model] = "Vang V5"
    exif[ExifTags.Base.DateTime] = picture.taken
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = picture.taken
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (15.0, 30.0, float(picture.seed)),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (108.0, 0.0, float(picture.seed)),
        }
    )
