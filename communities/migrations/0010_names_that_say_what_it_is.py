from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("communities", "0009_duties")]

    operations = [
        migrations.RenameModel("WayIn", "RecoveryCode"),
        migrations.RenameModel("Retained", "RetentionLogEntry"),
    ]
