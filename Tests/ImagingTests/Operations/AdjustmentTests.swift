import Glibc
import Testing

@testable import Imaging

@Suite struct AdjustmentTests {
    private static let orange = Color(red: 240, green: 130, blue: 20)
    private static let adjustments: [(ColorAdjustment, String)] = [
        (.grayscale, #"["grayscale"]"#), (.negate, #"["negate"]"#),
        (.sepia(1), #"["sepia", 1]"#), (.sepia(0.4), #"["sepia", 0.4]"#),
        (.tint(orange, 0.3), #"["tint", [240, 130, 20], 0.3]"#),
        (.brightness(0.35), #"["brightness", 0.35]"#), (.brightness(-1), #"["brightness", -1]"#),
        (.contrast(0.5), #"["contrast", 0.5]"#), (.contrast(-0.7), #"["contrast", -0.7]"#),
        (.saturation(1), #"["saturation", 1]"#), (.saturation(-0.5), #"["saturation", -0.5]"#),
        (.gamma(2.2), #"["gamma", 2.2]"#), (.gamma(0.1), #"["gamma", 0.1]"#), (.gamma(10), #"["gamma", 10]"#),
    ]

    @Test(arguments: adjustments, PixelLayout.allCases)
    func `colours become those that Pillow and OpenCV make`(
        adjustment: (own: ColorAdjustment, witness: String),
        layout: PixelLayout
    ) throws {
        let picture = Picture.scene(61, 47, layout)
        let own = try picture.edited(.adjust(adjustment.own)).colored(like: .rgb)
        let other = try OperationWitness.edit(picture, adjustment.witness).colored(like: .rgb)
        #expect(own.maximumDifference(other) <= 1)
    }

    @Test func `changes in a row are rounded once`() throws {
        let picture = Picture.scene()
        let own = try picture.edited(
            .adjust(.brightness(-0.5)),
            .adjust(.gamma(2)),
            .adjust(.negate),
            .adjust(.negate),
            .adjust(.gamma(0.5)),
            .adjust(.brightness(1))
        )
        #expect(own.maximumDifference(picture) <= 1)
    }

    @Test(arguments: PixelLayout.allCases)
    func `what changes nothing gives the same pixels`(layout: PixelLayout) throws {
        let picture = Picture.scene(33, 9, layout)
        let nothing: [ColorAdjustment] = [
            .sepia(0), .tint(Self.orange, 0), .brightness(0), .contrast(0), .saturation(0), .gamma(1),
        ]
        #expect(try picture.edited(nothing.map(Operation.adjust)) == picture)
        #expect(try picture.edited(.adjust(.negate), .adjust(.negate)) == picture)
    }

    @Test func `grey pixels stay exactly grey, and keep their level, whatever the saturation`() throws {
        let ramp = Picture(256, 1, .rgb) { x, _ in [UInt8](repeating: UInt8(x), count: 3) }
        for amount in [-1, -0.3, 0.001, 0.77, 1] {
            let own = try ramp.edited(.adjust(.saturation(amount))).colored(like: .rgb)
            #expect(own == ramp)
        }
        #expect(try ramp.edited(.adjust(.grayscale)).pixels == (0...255).map { UInt8($0) })
    }

    @Test func `what is grey is stored as grey, and with colour again as colour`() throws {
        let picture = Picture.scene()
        #expect(try picture.edited(.adjust(.grayscale)).format.layout == .gray)
        #expect(try picture.edited(.adjust(.saturation(-1)), .adjust(.negate)).format.layout == .gray)
        #expect(try picture.edited(.adjust(.grayscale), .adjust(.sepia(1))).format.layout == .rgb)
        let gray = Picture.scene(20, 10, .gray)
        #expect(try gray.edited(.adjust(.tint(.black, 0.5))).format.layout == .gray)
        #expect(try gray.edited(.adjust(.sepia(0.5))).format.layout == .rgb)
    }

    @Test func `opacity stays as it is`() throws {
        let picture = Picture.scene(40, 20, .rgba)
        let own = try picture.edited(.adjust(.grayscale), .adjust(.sepia(1)), .adjust(.negate))
        for x in 0..<40 {
            #expect(own[x, 10][3] == picture[x, 10][3])
        }
    }

    @Test func `powers are those of the mathematics library`() {
        for exponent in [0.1, 0.45, 1, 2.2, 10] {
            for level in 0...255 {
                let base = Double(level) / 255
                #expect(abs(PortableMath.power(base, exponent) - pow(base, exponent)) < 1e-14)
            }
        }
    }
}
