import Testing

@testable import LocalDynamoDB
@testable import LocalServiceKit

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.00", "0"), ("0e99", "0"), ("1", "1"), ("+1", "1"), ("1.0", "1"),
        ("001.500", "1.5"), (".5", "0.5"), ("5.", "5"), ("1e3", "1000"), ("1E-3", "0.001"),
        ("-12.50", "-12.5"), ("100", "100"), ("1.5e1", "15"),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ("1234567890123456789012345678901234567800", "1234567890123456789012345678901234567800"),
        ("0.000000000000000000000000000000000000001", "0.000000000000000000000000000000000000001"),
        ("9.99e125", "999" + String(repeating: "0", count: 123)),
        ("1e-130", "0." + String(repeating: "0", count: 129) + "1"),
    ])
    func `a number has one plain text`(input: String, text: String) throws {
        #expect(try DecimalNumber(parsing: input).text == text)
        #expect(try DecimalNumber(parsing: text) == DecimalNumber(parsing: input))
    }

    @Test(arguments: [
        ("", NumberError.notANumber("")), ("abc", .notANumber("abc")), ("1e", .notANumber("1e")),
        ("--1", .notANumber("--1")), (".", .notANumber(".")), ("1 ", .notANumber("1 ")),
        ("0x10", .notANumber("0x10")), ("NaN", .notANumber("NaN")),
        ("123456789012345678901234567890123456789", .tooManyDigits),
        ("1.00000000000000000000000000000000000001", .tooManyDigits),
        ("1e126", .overflow), ("-1e126", .overflow), ("1e99999999999999999999", .overflow),
        ("1e-131", .underflow), ("1e-99999999999999999999", .underflow),
    ])
    func `what cannot be stored is refused`(input: String, error: NumberError) {
        #expect(throws: error) { try DecimalNumber(parsing: input) }
    }

    @Test(arguments: [
        ("1", "2", "3"), ("1", "-1", "0"), ("0.1", "0.2", "0.3"), ("-5", "3", "-2"), ("5", "-8", "-3"),
        ("1e20", "1e-10", "100000000000000000000.0000000001"), ("99", "1", "100"), ("0", "7", "7"),
        ("99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000"),
        ("100000000000000000000000000000000000000", "-1", "99999999999999999999999999999999999999"),
        ("-0.5", "-0.5", "-1"),
    ])
    func `sums and differences are exact`(left: String, right: String, sum: String) throws {
        let left = try DecimalNumber(parsing: left)
        let right = try DecimalNumber(parsing: right)
        let sum = try DecimalNumber(parsing: sum)
        #expect(try left.adding(right) == sum)
        #expect(try right.adding(left) == sum)
        #expect(try sum.subtracting(right) == left)
    }

    @Test(arguments: [
        ("1e38", "0.1", NumberError.tooManyDigits), ("1e100", "1", .tooManyDigits),
        ("9e37", "0.5", .tooManyDigits), ("9e125", "9e125", .overflow),
        ("99999999999999999999999999999999999999", "0.1", .tooManyDigits),
    ])
    func `a sum that does not fit is refused`(left: String, right: String, error: NumberError) throws {
        let left = try DecimalNumber(parsing: left)
        let right = try DecimalNumber(parsing: right)
        #expect(throws: error) { try left.adding(right) }
    }

    @Test func `numbers and their sortable bytes have the same order`() throws {
        let texts = [
            "-9.99e125", "-1e100", "-100", "-99.5", "-12", "-11.9", "-1.01", "-1", "-0.5", "-0.05", "-1e-130",
            "0", "1e-130", "0.05", "0.5", "0.55", "1", "1.01", "1.1", "9", "10", "11.9", "12", "99.5", "100",
            "12345678901234567890123456789012345678", "1e100", "9.99e125",
        ]
        let numbers = try texts.map { try DecimalNumber(parsing: $0) }
        for (index, left) in numbers.enumerated() {
            for (other, right) in numbers.enumerated() {
                #expect((left < right) == (index < other), "\(left.text) and \(right.text)")
                #expect(left.sortableBytes.lexicographicallyPrecedes(right.sortableBytes) == (index < other))
            }
        }
    }
}
