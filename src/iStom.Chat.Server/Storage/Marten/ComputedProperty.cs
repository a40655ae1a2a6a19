using System.Globalization;
using System.Reflection;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>
/// A duplicated field that no property of the document has, in the form in which Marten takes fields. It is named as its
/// column, so it hides no property from queries.
/// </summary>
internal sealed class ComputedProperty(Type document, IDuplicatedField column) : PropertyInfo
{
    public override string Name => column.Column;

    public override Type DeclaringType => document;

    public override Type ReflectedType => document;

    public override Type PropertyType => column.Type switch
    {
        NpgsqlDbType.TimestampTz => typeof(DateTime),
        NpgsqlDbType.Uuid => typeof(Guid),
        _ => typeof(string),
    };

    public override PropertyAttributes Attributes => PropertyAttributes.None;

    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override object? GetValue(object? obj, BindingFlags invokeAttr, Binder? binder, object?[]? index, CultureInfo? culture) => column.ValueOf(obj!);

    public override void SetValue(object? obj, object? value, BindingFlags invokeAttr, Binder? binder, object?[]? index, CultureInfo? culture) =>
        throw new NotSupportedException();

    public override MethodInfo[] GetAccessors(bool nonPublic) => [];

    public override MethodInfo? GetGetMethod(bool nonPublic) => null;

    public override MethodInfo? GetSetMethod(bool nonPublic) => null;

    public override ParameterInfo[] GetIndexParameters() => [];

    public override object[] GetCustomAttributes(bool inherit) => [];

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) => [];

    public override bool IsDefined(Type attributeType, bool inherit) => false;
}
