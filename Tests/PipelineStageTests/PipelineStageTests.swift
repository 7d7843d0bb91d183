import Testing

@testable import PipelineStage
