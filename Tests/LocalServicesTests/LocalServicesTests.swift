import Testing

@testable import LocalServices
