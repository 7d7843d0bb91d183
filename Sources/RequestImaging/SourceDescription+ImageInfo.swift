package import Imaging
package import StageContracts

extension SourceDescription {
    /// An original as its header describes it; the size is the upright one.
    package init(key: String, url: String? = nil, _ info: ImageInfo) {
        self.init(
            key: key,
            url: url,
            format: StageContracts.ImageFormat(info.format),
            width: info.size.width,
            height: info.size.height,
            bytes: info.byteCount,
            orientation: info.orientation.rawValue,
            frames: info.frameCount,
            hasAlpha: info.hasAlpha,
            exif: info.exif.map(ExifSummary.init)
        )
    }
}

extension ExifSummary {
    /// The record's form of a picture's metadata.
    package init(_ exif: EXIF) {
        self.init(
            cameraMake: exif.make,
            cameraModel: exif.model,
            lensMake: exif.lensMake,
            lensModel: exif.lensModel,
            exposureTime: exif.exposureTime.map {
                $0.denominator == 1 ? "\($0.numerator)" : "\($0.numerator)/\($0.denominator)"
            },
            aperture: exif.fNumber?.value,
            iso: exif.isoSpeed,
            focalLength: exif.focalLength?.value,
            flash: exif.flashFired,
            takenAt: exif.takenAt?.description,
            digitizedAt: exif.digitizedAt?.description,
            modifiedAt: exif.modifiedAt?.description,
            latitude: exif.position?.latitude,
            longitude: exif.position?.longitude,
            altitude: exif.position?.altitude,
            artist: exif.artist,
            copyright: exif.copyright
        )
    }
}
