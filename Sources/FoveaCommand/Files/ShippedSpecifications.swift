import ArgumentParser
import FoveaLanguage
import FoveaText

/// The descriptions of `specs/zoo`, which are part of the binary.
enum ShippedSpecifications {
  /// The text of each family, in the order of the folder.
  private static let texts: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("alexnet", { PackageResources.alexnet_yaml }), ("c3d", { PackageResources.c3d_yaml }),
    ("conv_tasnet", { PackageResources.conv_tasnet_yaml }), ("convnext", { PackageResources.convnext_yaml }),
    ("deeplabv3_resnet50", { PackageResources.deeplabv3_resnet50_yaml }),
    ("densenet", { PackageResources.densenet_yaml }), ("efficientdet", { PackageResources.efficientdet_yaml }),
    ("efficientnet", { PackageResources.efficientnet_yaml }),
    ("efficientnet_v2", { PackageResources.efficientnet_v2_yaml }),
    ("fcn_resnet50", { PackageResources.fcn_resnet50_yaml }), ("googlenet", { PackageResources.googlenet_yaml }),
    ("hourglass", { PackageResources.hourglass_yaml }), ("hrnet", { PackageResources.hrnet_yaml }),
    ("inception_resnet_v2", { PackageResources.inception_resnet_v2_yaml }),
    ("inception_v3", { PackageResources.inception_v3_yaml }), ("inception_v4", { PackageResources.inception_v4_yaml }),
    ("lenet5", { PackageResources.lenet5_yaml }),
    ("lraspp_mobilenet_v3_large", { PackageResources.lraspp_mobilenet_v3_large_yaml }),
    ("mnasnet", { PackageResources.mnasnet_yaml }), ("mobilenet_v1", { PackageResources.mobilenet_v1_yaml }),
    ("mobilenet_v2", { PackageResources.mobilenet_v2_yaml }), ("mobilenet_v3", { PackageResources.mobilenet_v3_yaml }),
    ("regnet", { PackageResources.regnet_yaml }), ("resnet", { PackageResources.resnet_yaml }),
    ("resnet_v1", { PackageResources.resnet_v1_yaml }), ("shufflenet_v2", { PackageResources.shufflenet_v2_yaml }),
    ("squeezenet", { PackageResources.squeezenet_yaml }), ("unet", { PackageResources.unet_yaml }),
    ("unet_plus_plus", { PackageResources.unet_plus_plus_yaml }), ("vgg", { PackageResources.vgg_yaml }),
    ("wavenet", { PackageResources.wavenet_yaml }), ("yolov3", { PackageResources.yolov3_yaml }),
  ]

  /// All of them, read.
  static var all: [Specification] { Parallel.map(texts) { read($0.name, $0.bytes()) } }

  /// The family with a name, or with a variant of that name, `resnet50` or `resnet:resnet50`; nil if there is none.
  static func named(_ name: String) -> (specification: Specification, variant: String?)? {
    if let colon = name.firstIndex(of: ":"), let (family, none) = named(String(name[..<colon])), none == nil {
      let variant = String(name[name.index(after: colon)...])
      return family.variants.contains(variant) ? (family, variant) : nil
    }
    if let family = texts.first(where: { $0.name == name }) { return (read(family.name, family.bytes()), nil) }
    return all.first { $0.variants.contains(name) }.map { ($0, name) }
  }

  /// The names of the families and of their variants.
  static var names: [String] { texts.map(\.name) + all.flatMap(\.variants) }

  private static func read(_ name: String, _ bytes: [UInt8]) -> Specification {
    Specification(SourceText(path: "\(name).yaml", bytes: bytes))
  }

  /// The text of a family; for a variant, with that variant first, so that the file stands for it.
  static func text(of network: String) throws -> String {
    guard let (specification, variant) = named(network) else {
      let nearest = Spelling.nearest(to: network, among: names).map { "did you mean `\($0)`?" }
      throw ValidationError("no network has the name `\(network)`; \(nearest ?? "`fovea zoo` lists them")")
    }
    return variant.map { specification.text(startingWith: $0) } ?? specification.text
  }
}
