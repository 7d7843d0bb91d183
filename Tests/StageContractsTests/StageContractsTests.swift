import Testing

@testable import StageContracts
