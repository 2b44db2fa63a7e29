/// Every rule, in alphabetical order.
package enum RuleCatalog {
  package static let all: [any Rule.Type] = [
    AliasedDownsampling.self,
    AmbiguousSame.self,
    BiasBeforeNorm.self,
    BrokenBudget.self,
    ChannelAlignment.self,
    ChannelsLastInput.self,
    Checkerboard.self,
    CostlyGroups.self,
    DeadLayer.self,
    DeadTaps.self,
    DominantLayer.self,
    DropoutBeforeNorm.self,
    DroppedBorder.self,
    ElementwiseShare.self,
    EmptyOutput.self,
    EvenKernelShift.self,
    FragmentedBlock.self,
    Gridding.self,
    IndivisibleGroups.self,
    InputNotMultiple.self,
    JoinShapeMismatch.self,
    LargeKernel.self,
    LinearPair.self,
    MisalignedJoin.self,
    MissingFlatten.self,
    NoOp.self,
    NormOnOneValue.self,
    OverPadding.self,
    PoolPadding.self,
    RedundantActivation.self,
    SizeDependentHead.self,
    SkippedPixels.self,
    SmallReceptiveField.self,
    SoftmaxOnLogits.self,
    UnbalancedPointwise.self,
    UnevenAdaptivePool.self,
    UnproductiveLayer.self,
    WrongInputChannels.self,
  ]

  /// The rule with a name.
  package static func rule(named name: String) -> (any Rule.Type)? { byName[name] }

  private static let byName: [String: any Rule.Type] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
