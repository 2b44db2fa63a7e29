/// A small network to begin a description with.
package enum SkeletonText {
  /// The description of a network with a name, in which comments tell what is what.
  package static func text(name: String) -> String {
    """
    fovea: 1
    name: \(YAMLText.name(name))

    # Channels first, then rows and columns; `?` stands for a size that is not known.
    input: 3x64x64

    # What expressions can name, and `--set width=64` can change.
    params: {width: 32}

    # Attributes that hold wherever a layer does not say otherwise. `half` is half a kernel of padding on each side.
    defaults:
      conv: {bias: false, padding: half}

    # Layers that are used more than once, with parameters; one without a value has to be given.
    blocks:
      conv_bn:
        params: {out: , kernel: 3, stride: 1}
        layers:
          - conv: {out: out, kernel: kernel, stride: stride}
          - batch_norm
          - relu

      residual:
        layers:
          # Each branch has a name; an empty list is what enters.
          - add:
              shortcut: []
              body:
                - conv_bn: {out: in.channels}
                - conv: {out: in.channels, kernel: 3}
                - batch_norm
          - relu

    layers:
      - conv_bn: {out: width, stride: 2}
        name: stem
      - residual: {}
        repeat: 2
      - conv_bn: {out: 2 * width, stride: 2}
        name: down
      - residual: {}
        repeat: 2
      - global_avg_pool
      - flatten
      - linear: {out: 10}
        name: classifier

    # What `fovea lint` holds the network to.
    budget: {parameters: <= 1M, macs: <= 200M}

    """
  }
}
