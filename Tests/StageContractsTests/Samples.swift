@testable import StageContracts

/// Values that several tests share.
enum Samples {
    static let minimalRequest = #"{"source":{"key":"uploads/1/a.jpg"},"renditions":[{"name":"small"}]}"#

    /// A request that says everything the contract can say.
    static let fullRequest = """
        {
          "requestId": "order-42.a_b",
          "source": { "url": "https://example.com/photo.jpg?x=1" },
          "operations": [
            { "crop": { "x": 0, "y": 0, "width": 2000, "height": 1500 } },
            { "crop": { "aspectRatio": "16:9", "gravity": "attention" } },
            { "crop": { "width": 100, "height": 50, "focalPoint": { "x": 0.25, "y": 1 } } },
            { "resize": { "width": 500, "height": 400, "fit": "contain", "background": "#FFcc0080" } },
            { "rotate": { "angle": -12.5, "background": "#ffffff" } },
            { "flip": {} }, { "flop": {} }, { "blur": { "sigma": 1.2 } },
            { "sharpen": { "sigma": 0.8, "amount": 1.5, "threshold": 3 } },
            { "grayscale": {} }, { "sepia": {} }, { "tint": { "color": "#336699", "amount": 0.3 } },
            { "brightness": { "amount": 0.1 } }, { "contrast": { "amount": -0.1 } }, { "saturation": { "amount": 1 } },
            { "gamma": { "value": 2.2 } }, { "negate": {} },
            { "watermark": { "text": "© Zoë", "size": 0.3, "opacity": 0.7, "gravity": "south", "margin": 0.05, "color": "#000000" } },
            { "watermark": { "image": { "key": "uploads/2/logo.png" }, "tiled": true } },
            { "background": { "color": "#ffffff" } }, { "trim": { "tolerance": 0.1, "color": "#000000" } },
            { "roundedCorners": { "radius": 0.1 } }
          ],
          "renditions": [
            { "name": "thumbnail", "width": 200, "height": 200, "fit": "cover", "gravity": "north", "format": "webp", "quality": 80, "effort": 4,
              "maximumBytes": 20000 },
            { "name": "large", "width": 1600, "format": "jpeg", "chroma": "4:4:4", "progressive": true, "optimize": true, "enlarge": true, "filter": "mitchell",
              "linearLight": true, "metadata": ["gps", "copyright"], "operations": [ { "watermark": { "text": "© …" } } ] },
            { "name": "exact", "format": "png", "compression": 9, "palette": true, "metadata": "all" },
            { "name": "lossless", "format": "webp", "lossless": true },
            { "name": "same", "height": 10 }
          ],
          "preset": "gallery",
          "puzzle": { "rows": 6, "columns": 8, "width": 1600, "height": 1200, "seed": 7, "style": "classic", "prefix": "puzzles/42" },
          "notify": { "email": "owner@example.com", "webhook": "https://example.com/done", "channel": "puzzle-42" },
          "retention": "archive",
          "attributes": { "region": "latam", "imageType": "XRAY", "priority": "1" },
          "tolerant": true
        }
        """

    /// Reads a request; nil with problems in the list otherwise.
    static func read(_ text: String, problems: ProblemList = ProblemList()) -> ProcessingRequest? {
        guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return nil }
        return ObjectReader.read(value, at: .root, problems: problems)
    }

    static func requestID(_ text: String = "order-42") throws -> RequestID { try RequestID(reading: text) }

    static let moment = Timestamp(milliseconds: 1_770_000_000_123)

    static func later(_ milliseconds: Int) -> Timestamp {
        Timestamp(milliseconds: moment.milliseconds + milliseconds)
    }
}
