import Testing

@testable import Imaging

@Suite struct PaletteTests {
    private static let options: Encoding.PNGOptions = {
        var options = Encoding.PNGOptions()
        options.usesPalette = true
        return options
    }()

    /// A picture of `count` colours, the first ones transparent in part.
    private static func picture(of count: Int, _ layout: PixelLayout) -> Picture {
        Picture(67, 31, layout) { x, y in
            let color = (x * 7 + y * 67) % count
            let channels = [color * 37 % 256, color % 256, color / 256, color < 5 ? color * 50 : 255]
            return layout == .gray ? [UInt8(color)] : channels.prefix(layout.channelCount).map { UInt8($0) }
        }
    }

    @Test(arguments: [PixelLayout.rgb, .rgba], [1, 2, 3, 4, 5, 16, 17, 255, 256])
    func `up to 256 colours become a palette of the fewest bits, and no pixel changes`(
        layout: PixelLayout,
        count: Int
    ) throws {
        let picture = Self.picture(of: count, layout)
        let file = try picture.encoded(as: .png(Self.options))
        let header = try PNGStructure(reading: file).header
        #expect(header.colorType == .palette)
        #expect(header.bitDepth == [1, 2, 4, 8].first { count <= 1 << $0 })
        #expect(try Picture(decoding: file).rgba == picture.rgba)
        #expect(try Witness.decode(file).rgba == picture.rgba)
        // So small a picture of many colours has more bytes in its palette than it saves.
        #expect(try count > 17 || count == 1 || file.count < picture.encoded(as: .png()).count)
    }

    @Test(arguments: [PixelLayout.rgb, .rgba])
    func `a colour more means full colour, and no pixel changes`(layout: PixelLayout) throws {
        let picture = Self.picture(of: 257, layout)
        #expect(try picture.encoded(as: .png(Self.options)) == picture.encoded(as: .png()))
    }

    @Test(arguments: [2, 16, 17])
    func `gray gets a palette only where that saves bits`(count: Int) throws {
        let picture = Self.picture(of: count, .gray)
        let file = try picture.encoded(as: .png(Self.options))
        #expect(try PNGStructure(reading: file).header.colorType == (count > 16 ? .gray : .palette))
        #expect(try Witness.decode(file).rgba == picture.rgba)
    }

    @Test func `tRNS ends with the last colour that is not opaque`() throws {
        let file = try Self.picture(of: 40, .rgba).encoded(as: .png(Self.options))
        #expect(try PNGStructure(reading: file).first("tRNS")?.data.count == 5)
    }
}

extension Picture {
    /// All pixels with four channels.
    fileprivate var rgba: [[UInt8]] {
        (0..<format.size.height).flatMap { y in
            (0..<format.size.width).map { x in
                let pixel = self[x, y]
                return pixel.count == 1
                    ? [pixel[0], pixel[0], pixel[0], 255] : pixel.count == 3 ? pixel + [255] : pixel
            }
        }
    }
}
