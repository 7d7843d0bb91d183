import Testing

@testable import PipelineRuntime
