import Testing

@testable import LocalStack
