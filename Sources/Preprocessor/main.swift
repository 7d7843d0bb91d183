import PipelineStage

StageProcess.run(PreprocessStage.self)
