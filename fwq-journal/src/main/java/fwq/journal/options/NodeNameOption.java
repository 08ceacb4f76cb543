package fwq.journal.options;

import fwq.common.talk.journal.NodeName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a node's name, or says in a sentence what that is. */
public final class NodeNameOption implements ITypeConverter<NodeName> {
  /** Constructed by picocli. */
  public NodeNameOption() {}

  @Override
  public NodeName convert(String text) {
    try {
      return new NodeName(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + ", got '" + text + "'");
    }
  }
}
