/// The picture that stands for the input where none is given: a landscape, or a sound for a sequence.
enum SamplePicture {
  /// The picture, stretched or cropped to the plane of an input.
  static func svg(rank: Int, width: Int, height: Int) -> String {
    rank == 1 ? sound(width, height) : landscape(width, height)
  }

  private static func landscape(_ width: Int, _ height: Int) -> String {
    """
    <svg width="\(width)" height="\(height)" viewBox="0 0 160 120" preserveAspectRatio="xMidYMid slice">
    <path fill="#cde5f4" d="M-80-60h320v240H-80z"/><circle cx="118" cy="26" r="10" fill="#f4c542"/>
    <g fill="#fff"><ellipse cx="50" cy="22" rx="15" ry="5"/><ellipse cx="58" cy="18" rx="9" ry="6"/>\
    <ellipse cx="96" cy="38" rx="11" ry="3.4"/></g>
    <path fill="#9db8cd" d="M-80 78L-20 50 12 66 42 40 66 62 92 44 128 70 150 56 240 80v20H-80z"/>
    <path fill="#fff" d="M42 40l-9 8 5 1 4-3 5 4 6-2zM92 44l-7 5 5 0 3-2 4 3 5-1z"/>
    <path fill="#79ab76" d="M-80 84C-20 66 40 66 84 78S180 70 240 80v60H-80z"/>
    <path fill="#6fa9cf" d="M-80 92C0 86 60 88 98 94s60 2 142-2v24H-80z"/>
    <path stroke="#a9cfe6" d="M30 97h18M58 101h26M22 105h14M100 100h16M112 106h20"/>
    <path fill="#5b9160" d="M-80 112C-10 98 40 108 80 110s90-12 160 0v70H-80z"/>
    <path fill="#efe3cf" d="M92 68h24v18H92z"/><path fill="#b4472f" d="M88 70l16-13 16 13z"/>
    <path fill="#6b4a36" d="M101 76h6v10h-6z"/><path fill="#5d87a6" d="M95 73h4v4h-4zM109 73h4v4h-4z"/>
    <path fill="#2f6b4a" d="M36 66l7 20H29zM48 70l6 16H42zM126 72l6 18h-12zM62 96l7 18H55z"/>
    <path fill="#6b4a36" d="M42 86h2v4h-2zM47.500 86h1.500v3h-1.500zM125 90h2v4h-2zM61 114h2v4h-2z"/>
    <path fill="#d55e00" d="M70 30c0-14 20-14 20 0 0 6-6 9-7 13h-6c-1-4-7-7-7-13z"/>
    <path fill="#f0e3c8" d="M77 20.500c-3 6-1 16 1 22.500h4c2-6.500 4-16.500 1-22.500-2-1.300-4-1.300-6 0z"/>
    <path stroke="#5a4632" stroke-width=".6" fill="none" d="M77.500 43l.5 4M82.500 43l-.5 4"/>\
    <path fill="#7d5a3c" d="M77.500 47h5v4h-5z"/>
    <g fill="#fbfbf8"><ellipse cx="92" cy="108" rx="6" ry="3.600"/><ellipse cx="112" cy="112" rx="5" ry="3"/></g>
    <path stroke="#33302c" d="M89 111v4M94.500 111v4M109.500 114.500v3.500M114 114.500v3.500"/>
    <g fill="#33302c"><circle cx="98.500" cy="106.500" r="1.800"/><circle cx="117" cy="110.500" r="1.500"/></g>
    <path stroke="#41505c" fill="none" stroke-width=".7" d="M26 38q2.500-3 4.500 0 2-3 4.500 0M36 33q2-2.500 3.500 0 1.500-2.500 3.500 0"/>
    </svg>

    """
  }

  /// A sound: bursts of a made-up voice, as strokes about the middle.
  private static func sound(_ width: Int, _ height: Int) -> String {
    let bursts: [(centre: Int, reach: Int, peak: Int)] = [
      (60, 46, 44), (150, 34, 30), (236, 52, 48), (318, 22, 20), (366, 26, 36),
    ]
    var path = ""
    var noise: UInt32 = 2_463_534_242
    for x in stride(from: 1, to: 400, by: 2) {
      // Marsaglia's xorshift: the same strokes on every machine.
      noise ^= noise << 13
      noise ^= noise >> 17
      noise ^= noise << 5
      let envelope = bursts.reduce(2) { best, burst in
        let distance = abs(x - burst.centre)
        return max(best, burst.peak * (burst.reach - distance) / burst.reach)
      }
      let height = max(1, envelope * (40 + Int(noise % 61)) / 100)
      path += "M\(x) \(50 - height)v\(2 * height)"
    }
    return "<svg width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 400 100\" preserveAspectRatio=\"none\">"
      + "<path fill=\"#e3eef6\" d=\"M0 0h400v100H0z\"/><path stroke=\"#0072b2\" stroke-width=\"1.300\" d=\"\(path)\"/></svg>\n"
  }
}
