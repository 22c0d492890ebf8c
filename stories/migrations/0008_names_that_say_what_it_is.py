from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("stories", "0007_calls_together")]

    operations = [
        migrations.RenameModel("Receipt", "StoryKey"),
    ]
