import Testing

@testable import LocalHTTP
