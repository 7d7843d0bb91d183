import Testing

@testable import LocalLambda
