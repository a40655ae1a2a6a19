namespace iStom.Chat.Server.Tests;

public class Placeholder { [Xunit.Fact] public void Ok() => Xunit.Assert.Equal(4, 2 + 2); }
