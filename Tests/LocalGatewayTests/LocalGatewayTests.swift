import Testing

@testable import LocalGateway
