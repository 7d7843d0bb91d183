import Testing

@testable import CloudTemplate
